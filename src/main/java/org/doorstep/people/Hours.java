package org.doorstep.people;

import java.time.LocalTime;

/** A stretch of a day, over midnight where it ends before it begins. Equal ends: all day. */
public record Hours(LocalTime from, LocalTime to) {

  public boolean cover(LocalTime time) {
    if (from.equals(to)) return true;
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
