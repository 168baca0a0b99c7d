package org.doorstep.cell;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When volunteers are left in peace, in the cell's local time. Equal ends mean never. */
public record QuietHours(LocalTime from, LocalTime to) {

  public boolean cover(Instant instant, ZoneId zone) {
    LocalTime t = instant.atZone(zone).toLocalTime();
    return from.isBefore(to)
        ? !t.isBefore(from) && t.isBefore(to)
        : from.isAfter(to) && (!t.isBefore(from) || t.isBefore(to));
  }

  /** The first instant, not before {@code instant}, at which volunteers may be asked. */
  public Instant endAfter(Instant instant, ZoneId zone) {
    if (!cover(instant, zone)) return instant;
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }
}
