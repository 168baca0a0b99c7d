package org.doorstep.help;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When help is wanted, in the cell's local time.
 *
 * @param by a deadline rather than an appointment
 * @param asap as soon as anyone can
 */
public record When(
    @Nullable LocalDate date,
    @Nullable PartOfDay part,
    @Nullable LocalTime time,
    boolean by,
    boolean asap,
    @Nullable Recurrence recurring) {

  public static When asSoonAsPossible() {
    return new When(null, null, null, false, true, null);
  }

  /** Any day will do. */
  public static When whenever() {
    return new When(null, null, null, false, false, null);
  }

  public static When on(LocalDate date) {
    return new When(date, null, null, false, false, null);
  }

  public boolean isWhenever() {
    return equals(whenever());
  }

  /** The last instant at which the help is still of use; empty where there is no such instant. */
  public Optional<Instant> deadline(ZoneId zone) {
    if (date == null) return Optional.empty();
    LocalTime end = time != null ? time : part != null ? part.end() : LocalTime.of(23, 59);
    return Optional.of(date.atTime(end).atZone(zone).toInstant());
  }
}
