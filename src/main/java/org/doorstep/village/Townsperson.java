package org.doorstep.village;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.place.Point;

/**
 * A volunteer of a simulated town, with the habits that were drawn for them.
 *
 * @param index where they stand in the town's list
 * @param yes their chance of a yes to a job next door; 0 for those who never answer
 * @param replyMinutes their own median
 * @param tolerates offers a week before they mute the chat
 */
record Townsperson(
    int index,
    Person person,
    Point home,
    int reachMetres,
    Set<Need> likes,
    double yes,
    double replyMinutes,
    LocalTime wakes,
    LocalTime sleeps,
    boolean works,
    double tolerates) {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  boolean atWork(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    return works
        && now.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && !time.isBefore(NINE)
        && time.isBefore(FIVE);
  }

  /** When so many waking minutes have passed. */
  Instant awakeFor(double minutes, Instant from, ZoneId zone) {
    ZonedDateTime now = from.atZone(zone);
    Duration left = Duration.ofMillis(Math.round(minutes * 60_000));
    while (true) {
      LocalTime time = now.toLocalTime();
      if (time.isBefore(wakes)) now = now.with(wakes);
      else if (!time.isBefore(sleeps)) now = now.plusDays(1).with(wakes);
      Duration untilSleep = Duration.between(now, now.with(sleeps));
      if (left.compareTo(untilSleep) < 0) return now.plus(left).toInstant();
      left = left.minus(untilSleep);
      now = now.plusDays(1).with(wakes);
    }
  }
}
