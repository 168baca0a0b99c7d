package org.doorstep.cell;

import java.util.List;
import java.util.Optional;

/** Who is asked when: the same keys in a cell's rules and in a group. */
final class PolicyReading {

  static final String[] KEYS = {"waves", "urgent-waves", "night-wave", "ask-helper-first"};

  private static final String[] WAVE_KEYS = {"ask", "within", "wait"};

  private PolicyReading() {}

  static boolean says(Entries owner) {
    return List.of(KEYS).stream().anyMatch(owner::has);
  }

  /**
   * What is not said follows from the waves, if those are given, and is otherwise as usual.
   *
   * @param usual the cell's for a group, the built-in one for a cell
   */
  static WavePolicy read(Entries owner, Faults faults, WavePolicy usual) {
    List<WaveStep> ordinary = waves(owner, faults, "waves").orElse(usual.ordinary());
    WavePolicy otherwise = owner.has("waves") ? WavePolicy.usual(ordinary) : usual;
    return new WavePolicy(
        ordinary,
        waves(owner, faults, "urgent-waves").orElse(otherwise.urgent()),
        owner
            .part("night-wave", "`night-wave`", WAVE_KEYS)
            .map(PolicyReading::step)
            .orElse(otherwise.night()),
        owner.optional("ask-helper-first", Form.WAIT).orElse(usual.alone()));
  }

  private static Optional<List<WaveStep>> waves(Entries owner, Faults faults, String key) {
    if (!owner.has(key)) return Optional.empty();
    int before = faults.count();
    List<WaveStep> waves =
        owner.parts(key, "a wave", List.of(WAVE_KEYS), wave -> Optional.of(step(wave)));
    if (waves.isEmpty()) {
      faults.add(
          owner.at(key),
          "nobody would be asked: add a wave such as `- {ask: 3, within: 800 m, wait: 5m}`");
      return Optional.empty();
    }
    // what stands in for a refused value has no order
    if (faults.count() == before) nearestFirst(owner, faults, key, waves);
    return Optional.of(waves);
  }

  private static void nearestFirst(Entries owner, Faults faults, String key, List<WaveStep> waves) {
    for (int i = 1; i < waves.size(); i++) {
      if (waves.get(i).metres() < waves.get(i - 1).metres()) {
        faults.add(
            owner.at(key),
            "wave " + (i + 1) + " reaches less far than the one before it: put the nearest first");
      }
    }
  }

  private static WaveStep step(Entries wave) {
    return new WaveStep(
        wave.required("ask", Form.count(WaveStep.LARGEST)),
        wave.required("within", Form.METRES),
        wave.required("wait", Form.DURATION));
  }
}
