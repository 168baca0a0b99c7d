package org.doorstep.cell;

import java.time.Duration;
import java.util.List;

/**
 * How a cell does things.
 *
 * @param waves in order; after the last one the request goes to an officer
 * @param nudgeAfter a claimed job that nobody spoke of is asked about
 * @param lapseAfter counted from the nudge: it is handed back
 * @param holdAtMost how many jobs one volunteer may hold
 * @param arrivedAfter counted from "done": the resident is asked whether it arrived
 * @param acknowledgeWithin an officer's time to take a case before the deputy is told
 * @param gather how long a short text waits for the next one of the same thought; zero answers each
 *     at once
 * @param keepClosedFor how long a closed request and its words are kept
 */
public record Rules(
    List<WaveStep> waves,
    QuietHours quietHours,
    Duration nudgeAfter,
    Duration lapseAfter,
    int holdAtMost,
    Duration arrivedAfter,
    Duration acknowledgeWithin,
    Duration gather,
    Duration keepClosedFor) {

  public Rules {
    waves = List.copyOf(waves);
    if (waves.isEmpty()) throw new IllegalArgumentException("a cell has at least one wave");
  }
}
