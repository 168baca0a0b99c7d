package org.doorstep.cell;

import java.time.Duration;
import java.util.List;

/**
 * How many are asked, how far away, and how long silence lasts.
 *
 * @param ordinary in order; after the last one the request goes to an officer
 * @param urgent the same for what cannot wait
 * @param night what cannot wait in quiet hours: for those on duty only, again and again
 * @param alone how long whoever helped this resident before is asked alone; zero asks them first
 *     but not alone
 */
public record WavePolicy(
    List<WaveStep> ordinary, List<WaveStep> urgent, WaveStep night, Duration alone) {

  private static final Duration HEAD_START = Duration.ofMinutes(2);
  private static final int ON_DUTY = 3;
  private static final Duration AT_NIGHT = Duration.ofMinutes(10);

  public WavePolicy {
    ordinary = List.copyOf(ordinary);
    urgent = List.copyOf(urgent);
    if (ordinary.isEmpty() || urgent.isEmpty()) {
      throw new IllegalArgumentException("a cell has at least one wave");
    }
    if (alone.isNegative()) throw new IllegalArgumentException("nobody waits a negative time");
  }

  /** What follows from the ordinary waves where nothing else is said. */
  public static WavePolicy usual(List<WaveStep> ordinary) {
    if (ordinary.isEmpty()) throw new IllegalArgumentException("a cell has at least one wave");
    return new WavePolicy(
        ordinary,
        ordinary.stream().map(WavePolicy::hurried).toList(),
        new WaveStep(ON_DUTY, ordinary.getLast().metres(), AT_NIGHT),
        HEAD_START);
  }

  /** Twice as many, in half the time, in whole minutes. */
  private static WaveStep hurried(WaveStep step) {
    return new WaveStep(
        Math.min(WaveStep.LARGEST, step.size() * 2),
        step.metres(),
        Duration.ofMinutes(Math.max(1, step.patience().toMinutes() / 2)));
  }
}
