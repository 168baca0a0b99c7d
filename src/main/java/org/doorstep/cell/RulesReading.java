package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The {@code rules} of a cell's file. What is not said there is as in the example file. */
final class RulesReading {

  private static final Rules USUAL =
      new Rules(
          List.of(
              new WaveStep(3, 800, Duration.ofMinutes(5)),
              new WaveStep(5, 1500, Duration.ofMinutes(10)),
              new WaveStep(10, 3000, Duration.ofMinutes(15))),
          new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
          Duration.ofHours(4),
          Duration.ofHours(1),
          3,
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          Duration.ofMillis(2500),
          Duration.ofDays(30));

  private static final int MOST_HELD = 20;

  private RulesReading() {}

  static Rules read(Entries file, Faults faults) {
    return file.part(
            "rules",
            "`rules`",
            "waves",
            "quiet-hours",
            "nudge-after",
            "lapse-after",
            "hold-at-most",
            "arrived-after",
            "acknowledge-within",
            "gather",
            "keep-closed-for")
        .map(rules -> rules(rules, faults))
        .orElse(USUAL);
  }

  private static Rules rules(Entries rules, Faults faults) {
    return new Rules(
        waves(rules, faults),
        rules
            .part("quiet-hours", "`quiet-hours`", "from", "to")
            .map(q -> new QuietHours(q.required("from", Form.TIME), q.required("to", Form.TIME)))
            .orElse(USUAL.quietHours()),
        rules.optional("nudge-after", Form.DURATION).orElse(USUAL.nudgeAfter()),
        rules.optional("lapse-after", Form.DURATION).orElse(USUAL.lapseAfter()),
        rules.optional("hold-at-most", Form.count(MOST_HELD)).orElse(USUAL.holdAtMost()),
        rules.optional("arrived-after", Form.DURATION).orElse(USUAL.arrivedAfter()),
        rules.optional("acknowledge-within", Form.DURATION).orElse(USUAL.acknowledgeWithin()),
        rules.optional("gather", Form.PAUSE).orElse(USUAL.gather()),
        rules.optional("keep-closed-for", Form.DURATION).orElse(USUAL.keepClosedFor()));
  }

  private static List<WaveStep> waves(Entries rules, Faults faults) {
    if (!rules.has("waves")) return USUAL.waves();
    int before = faults.count();
    List<WaveStep> waves =
        rules.parts("waves", "a wave", List.of("ask", "within", "wait"), RulesReading::wave);
    if (waves.isEmpty()) {
      faults.add(
          rules.at("waves"),
          "nobody would be asked: add a wave such as `- {ask: 3, within: 800 m, wait: 5m}`");
      return USUAL.waves();
    }
    if (faults.count() > before) return waves; // what stands in for a refused value has no order
    for (int i = 1; i < waves.size(); i++) {
      if (waves.get(i).metres() < waves.get(i - 1).metres()) {
        faults.add(
            rules.at("waves"),
            "wave " + (i + 1) + " reaches less far than the one before it: put the nearest first");
      }
    }
    return waves;
  }

  private static Optional<WaveStep> wave(Entries wave) {
    return Optional.of(
        new WaveStep(
            wave.required("ask", Form.count(WaveStep.LARGEST)),
            wave.required("within", Form.METRES),
            wave.required("wait", Form.DURATION)));
  }
}
