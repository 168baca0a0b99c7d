package org.doorstep.bridge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened last on the line of a case.
 *
 * @param wrote when anybody wrote; null where nobody has since it was opened
 * @param toldAway when the person was told that nobody reads it just now; null where they were not
 */
public record Lately(@Nullable Instant wrote, @Nullable Instant toldAway) {

  public static final Lately NOTHING = new Lately(null, null);

  Lately wroteAt(Instant now) {
    return new Lately(now, toldAway);
  }

  Lately toldAwayAt(@Nullable Instant now) {
    return new Lately(wrote, now);
  }
}
