package org.doorstep.help;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How often help is wanted, where it is wanted more than once. */
public enum Recurrence {
  DAILY,
  WEEKDAYS,
  WEEKLY,
  FORTNIGHTLY,
  MONTHLY;

  /** Whether it comes so often that nobody wants to hear of each time a day before. */
  public boolean frequent() {
    return switch (this) {
      case DAILY, WEEKDAYS -> true;
      case WEEKLY, FORTNIGHTLY, MONTHLY -> false;
    };
  }

  /**
   * The next day of the rhythm after another day of it.
   *
   * @param first the day that the rhythm counts from: the 31st stays the last of each month
   */
  public LocalDate after(LocalDate day, LocalDate first) {
    return switch (this) {
      case DAILY -> day.plusDays(1);
      case WEEKDAYS -> weekday(day.plusDays(1));
      case WEEKLY -> day.plusWeeks(1);
      case FORTNIGHTLY -> day.plusWeeks(2);
      case MONTHLY -> {
        LocalDate of = first.withDayOfMonth(1);
        long months = ChronoUnit.MONTHS.between(of, day.withDayOfMonth(1));
        yield first.plusMonths(months + 1);
      }
    };
  }

  private static LocalDate weekday(LocalDate day) {
    LocalDate at = day;
    while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
      at = at.plusDays(1);
    }
    return at;
  }
}
