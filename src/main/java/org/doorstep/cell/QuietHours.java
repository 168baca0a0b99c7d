package org.doorstep.cell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.doorstep.people.Hours;

/** When volunteers are left in peace, in the cell's local time. Equal ends mean never. */
public record QuietHours(LocalTime from, LocalTime to) {

  public boolean cover(Instant instant, ZoneId zone) {
    LocalTime t = instant.atZone(zone).toLocalTime();
    return !never() && new Hours(from, to).cover(t);
  }

  private boolean never() {
    return from.equals(to);
  }

  /** The first instant, not before {@code instant}, at which volunteers may be asked. */
  public Instant endAfter(Instant instant, ZoneId zone) {
    if (!cover(instant, zone)) return instant;
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }

  /** The last minute, not after {@code instant}, at which volunteers may be asked. */
  public Instant lastBefore(Instant instant, ZoneId zone) {
    if (!cover(instant, zone)) return instant;
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime begin = local.with(from);
    return (begin.isAfter(local) ? begin.minusDays(1) : begin).minusMinutes(1).toInstant();
  }

  /** When so much time outside quiet hours has passed. */
  public Instant after(Duration awake, Instant since, ZoneId zone) {
    if (never()) return since.plus(awake);
    Duration left = awake;
    Instant at = endAfter(since, zone);
    Instant bedtime = beginAfter(at, zone);
    while (!at.plus(left).isBefore(bedtime)) {
      left = left.minus(Duration.between(at, bedtime));
      at = endAfter(bedtime, zone);
      bedtime = beginAfter(at, zone);
    }
    return at.plus(left);
  }

  private Instant beginAfter(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime begin = local.with(from);
    return (begin.isAfter(local) ? begin : local.plusDays(1).with(from)).toInstant();
  }
}
