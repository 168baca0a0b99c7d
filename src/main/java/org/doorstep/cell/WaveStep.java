package org.doorstep.cell;

import java.time.Duration;

/**
 * One wave of offers.
 *
 * @param size how many volunteers are asked, at most {@link #LARGEST}
 * @param metres how far from the request they may live
 * @param patience how long silence lasts before the next wave
 */
public record WaveStep(int size, int metres, Duration patience) {

  /** One request must never wake a whole town. */
  public static final int LARGEST = 50;

  /** For a job that so many people are still wanted for. */
  public WaveStep times(int people) {
    return new WaveStep(Math.min(LARGEST, size * people), metres, patience);
  }

  public WaveStep {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("a wave asks 1 to " + LARGEST + " volunteers");
    }
    if (metres < 1) throw new IllegalArgumentException("a wave reaches some metres");
    if (!patience.isPositive()) throw new IllegalArgumentException("a wave waits some time");
  }
}
