package org.doorstep.bridge;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Set;
import org.doorstep.people.Hours;

/**
 * Hours of some days of the week, in local time.
 *
 * @param days on which it opens; over midnight it is open on the next one too
 */
public record Opening(Set<DayOfWeek> days, Hours hours) {

  public Opening {
    days = Set.copyOf(days);
    if (days.isEmpty()) throw new IllegalArgumentException("it opens on no day");
  }

  boolean at(LocalDateTime local) {
    if (!hours.cover(local.toLocalTime())) return false;
    boolean sinceYesterday =
        hours.to().isBefore(hours.from()) && local.toLocalTime().isBefore(hours.to());
    DayOfWeek opened = sinceYesterday ? local.getDayOfWeek().minus(1) : local.getDayOfWeek();
    return days.contains(opened);
  }
}
