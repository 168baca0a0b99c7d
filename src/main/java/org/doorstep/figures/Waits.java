package org.doorstep.figures;

import java.util.Optional;

/** How long it took until somebody said yes, as it may be shown. */
public record Waits(Within half, Optional<Within> ninety) {

  /** The longest of fewer would be somebody's own. */
  private static final int ENOUGH_FOR_NINETY = 10;

  /** Half waited no longer than that, and nine in ten no longer than that. */
  static Optional<Waits> of(Counts counts) {
    int all = 0;
    for (int limit = 0; limit <= Within.LIMITS.size(); limit++) all += counts.of(new Within(limit));
    if (all < Table.ENOUGH) return Optional.empty();
    Optional<Within> ninety =
        all < ENOUGH_FOR_NINETY ? Optional.empty() : Optional.of(share(counts, all, 90));
    return Optional.of(new Waits(share(counts, all, 50), ninety));
  }

  private static Within share(Counts counts, int all, int percent) {
    long so = 0;
    for (int limit = 0; limit < Within.LIMITS.size(); limit++) {
      so += counts.of(new Within(limit));
      if (so * 100 >= (long) all * percent) return new Within(limit);
    }
    return new Within(Within.LIMITS.size());
  }
}
