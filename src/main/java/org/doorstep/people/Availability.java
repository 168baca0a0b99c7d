package org.doorstep.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a volunteer can help, and when they want to be written to.
 *
 * @param days empty means any day
 * @param hours empty means any time of day
 * @param quiet their own quiet hours, besides the cell's
 * @param onDutyUntil until then what is urgent may reach them at night too
 */
public record Availability(
    Set<DayOfWeek> days, List<Hours> hours, @Nullable Hours quiet, @Nullable Instant onDutyUntil) {

  public static final Availability ALWAYS = new Availability(Set.of(), List.of(), null, null);

  public Availability {
    days = Set.copyOf(days);
    hours = List.copyOf(hours);
  }

  public boolean on(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }

  public boolean at(LocalTime time) {
    return hours.isEmpty() || hours.stream().anyMatch(some -> some.cover(time));
  }

  public boolean asleep(LocalTime time) {
    return quiet != null && quiet.cover(time);
  }

  public boolean onDuty(Instant now) {
    return onDutyUntil != null && now.isBefore(onDutyUntil);
  }

  public Availability on(Set<DayOfWeek> otherDays) {
    return new Availability(otherDays, hours, quiet, onDutyUntil);
  }

  public Availability at(List<Hours> otherHours) {
    return new Availability(days, otherHours, quiet, onDutyUntil);
  }

  public Availability quiet(@Nullable Hours otherQuiet) {
    return new Availability(days, hours, otherQuiet, onDutyUntil);
  }

  public Availability onDutyUntil(@Nullable Instant until) {
    return new Availability(days, hours, quiet, until);
  }
}
