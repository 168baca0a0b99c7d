package org.doorstep.figures;

import java.time.LocalDate;

/** So many of something, somewhere, on one day. */
public record Count(LocalDate day, Spot spot, What what, int by) {

  public Count {
    if (by < 1) throw new IllegalArgumentException("a count only rises");
  }
}
