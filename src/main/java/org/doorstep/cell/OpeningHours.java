package org.doorstep.cell;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When a group takes in requests, in the cell's local time.
 *
 * @param days empty means every day
 * @param from the same day as {@code to}, and before it
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  private static final int WEEK = 7;

  public OpeningHours {
    days = Set.copyOf(days);
    if (!from.isBefore(to)) throw new IllegalArgumentException("it opens before it closes");
  }

  public boolean open(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    return on(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
  }

  /** The first instant, not before {@code instant}, at which it is open. */
  public Instant openAfter(Instant instant, ZoneId zone) {
    if (open(instant, zone)) return instant;
    ZonedDateTime local = instant.atZone(zone);
    for (int day = 0; day <= WEEK; day++) {
      ZonedDateTime opens = local.toLocalDate().plusDays(day).atTime(from).atZone(zone);
      if (on(opens.getDayOfWeek()) && opens.toInstant().isAfter(instant)) return opens.toInstant();
    }
    throw new IllegalStateException("a week has all days");
  }

  private boolean on(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }
}
