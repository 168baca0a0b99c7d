package org.doorstep.help;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.doorstep.people.Availability;
import org.doorstep.people.Volunteering;
import org.jspecify.annotations.Nullable;

/** Whether now is a time to write to them, and whether they have time when the help is wanted. */
final class Times {

  private static final int ON_DUTY_NEARER = -300;
  private static final int HALF_HOURS = 48;

  private Times() {}

  /** On duty means awake, whatever their quiet hours say. */
  static Finding awake(Asking asking, Candidate candidate) {
    Availability when = of(candidate);
    if (when.onDuty(asking.instant())) return Finding.SILENT;
    if (asking.night()) return new Finding.MayNot(Bar.NOT_ON_DUTY);
    return Finding.unless(!when.asleep(asking.now().toLocalTime()), Bar.ASLEEP);
  }

  /** A deadline, or no time at all, leaves them the choice of a day. */
  static Finding free(Asking asking, Candidate candidate) {
    When when = asking.request().particulars().when();
    Availability theirs = of(candidate);
    if (when.asap() || theirs.onDuty(asking.instant())) return Finding.SILENT;
    if (when.date() != null && !when.by() && !theirs.on(when.date().getDayOfWeek()))
      return new Finding.MayNot(Bar.NOT_THAT_DAY);
    if (when.by() && !anyDayUntil(when, asking, theirs))
      return new Finding.MayNot(Bar.NOT_THAT_DAY);
    return Finding.unless(timeSuits(when, theirs), Bar.NOT_AT_THAT_TIME);
  }

  private static boolean anyDayUntil(When when, Asking asking, Availability theirs) {
    if (when.date() == null) return true;
    var today = asking.now().toLocalDate();
    if (when.date().isBefore(today)) return true;
    return today
        .datesUntil(when.date().plusDays(1))
        .limit(DayOfWeek.values().length)
        .anyMatch(day -> theirs.on(day.getDayOfWeek()));
  }

  private static boolean timeSuits(When when, Availability theirs) {
    if (when.by()) return true;
    if (when.time() != null) return theirs.at(when.time());
    PartOfDay part = when.part();
    return part == null || anyTimeOf(part, theirs);
  }

  private static boolean anyTimeOf(PartOfDay part, Availability theirs) {
    return IntStream.range(0, HALF_HOURS)
        .mapToObj(half -> LocalTime.MIDNIGHT.plusMinutes(30L * half))
        .anyMatch(time -> PartOfDay.of(time) == part && theirs.at(time));
  }

  static Finding duty(Asking asking, Candidate candidate) {
    return of(candidate).onDuty(asking.instant())
        ? new Finding.Comes(ON_DUTY_NEARER, new Reason.OnDuty())
        : Finding.SILENT;
  }

  private static Availability of(Candidate candidate) {
    @Nullable Volunteering offer = candidate.person().volunteering();
    return offer == null ? Availability.ALWAYS : offer.availability();
  }
}
