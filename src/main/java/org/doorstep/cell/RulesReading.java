package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The {@code rules} of a cell's file. What is not said there is as in the example file. */
final class RulesReading {

  private static final Rules USUAL =
      new Rules(
          WavePolicy.usual(
              List.of(
                  new WaveStep(6, 1500, Duration.ofMinutes(2)),
                  new WaveStep(12, 3000, Duration.ofMinutes(6)),
                  new WaveStep(6, 5000, Duration.ofMinutes(30)))),
          new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
          Duration.ofHours(4),
          Duration.ofHours(1),
          3,
          Rules.Standby.USUAL,
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          Duration.ofMillis(2500),
          Duration.ofDays(30),
          Duration.ofDays(30),
          PayingBack.USUAL,
          Duration.ofDays(400),
          Rules.USUAL_NEEDS);

  private static final int MOST_HELD = 20;

  private static final String[] KEYS =
      Stream.concat(
              Stream.of(PolicyReading.KEYS),
              Stream.of(
                  "quiet-hours",
                  "nudge-after",
                  "lapse-after",
                  "hold-at-most",
                  "standby",
                  "arrived-after",
                  "acknowledge-within",
                  "gather",
                  "keep-closed-for",
                  "keep-invited-for",
                  "keep-expenses-for",
                  "neighbours-answer-within",
                  PayingBackReading.KEY,
                  ThingTermsReading.KEY,
                  "directory",
                  "hand-back-after",
                  Reporting.KEY,
                  "keep-audit-for",
                  "needs"))
          .toArray(String[]::new);

  private RulesReading() {}

  static Rules read(Entries file, Faults faults) {
    return file.part("rules", "`rules`", KEYS).map(rules -> rules(rules, faults)).orElse(USUAL);
  }

  private static Rules rules(Entries rules, Faults faults) {
    return new Rules(
        PolicyReading.read(rules, faults, USUAL.policy()),
        rules
            .part("quiet-hours", "`quiet-hours`", "from", "to")
            .map(q -> new QuietHours(q.required("from", Form.TIME), q.required("to", Form.TIME)))
            .orElse(USUAL.quietHours()),
        rules.optional("nudge-after", Form.DURATION).orElse(USUAL.nudgeAfter()),
        rules.optional("lapse-after", Form.DURATION).orElse(USUAL.lapseAfter()),
        rules.optional("hold-at-most", Form.count(MOST_HELD)).orElse(USUAL.holdAtMost()),
        rules
            .part("standby", "`standby`", "at-once", "ask-alone")
            .map(RulesReading::standby)
            .orElse(USUAL.standby()),
        rules.optional("arrived-after", Form.DURATION).orElse(USUAL.arrivedAfter()),
        rules.optional("acknowledge-within", Form.DURATION).orElse(USUAL.acknowledgeWithin()),
        rules.optional("gather", Form.PAUSE).orElse(USUAL.gather()),
        rules.optional("keep-closed-for", Form.DURATION).orElse(USUAL.keepClosedFor()),
        rules.optional("keep-invited-for", Form.DURATION).orElse(USUAL.keepInvitedFor()),
        PayingBackReading.read(rules).orElse(USUAL.payingBack()),
        rules.optional("keep-expenses-for", Form.DURATION).orElse(USUAL.keepExpensesFor()),
        needs(rules, faults),
        rules
            .optional("neighbours-answer-within", Form.DURATION)
            .orElse(USUAL.neighboursAnswerWithin()),
        ThingTermsReading.read(rules),
        rules
            .part("directory", "`directory`", "stale-after")
            .flatMap(directory -> directory.optional("stale-after", Form.DURATION))
            .orElse(USUAL.staleAfter()),
        rules.optional("hand-back-after", Form.DURATION).orElse(USUAL.handBackAfter()),
        Reporting.read(rules),
        rules.optional("keep-audit-for", Form.DURATION).orElse(USUAL.keepAuditFor()));
  }

  private static Rules.Standby standby(Entries standby) {
    return new Rules.Standby(
        standby.optional("at-once", Form.DURATION).orElse(Rules.Standby.USUAL.atOnce()),
        standby.optional("ask-alone", Form.DURATION).orElse(Rules.Standby.USUAL.askAlone()));
  }

  private static List<NeedTerms> needs(Entries rules, Faults faults) {
    if (!rules.has("needs")) return USUAL.needs();
    List<NeedTerms> needs =
        rules.parts(
            "needs",
            "a need",
            List.of("need", "travel", "badges", "anywhere", "people"),
            RulesReading::terms);
    if (needs.stream().map(NeedTerms::need).distinct().count() < needs.size()) {
      faults.add(rules.at("needs"), "a need is in `needs` twice: keep one");
    }
    return needs;
  }

  private static Optional<NeedTerms> terms(Entries entries) {
    return Optional.of(
        new NeedTerms(
            entries.required("need", Form.NEED),
            Set.copyOf(entries.values("travel", Form.TRAVEL)),
            Set.copyOf(entries.values("badges", Form.BADGE)),
            entries.optional("anywhere", Form.YES_OR_NO).orElse(false),
            entries.optional("people", Form.count(NeedTerms.MOST_PEOPLE)).orElse(1)));
  }
}
