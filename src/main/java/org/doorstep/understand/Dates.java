package org.doorstep.understand;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Which date is meant by what is said, seen from today: the coming one, never one that is over. */
final class Dates {

  /** A day that comes again only after so many days, and has no year, is one that has been. */
  private static final int FAR = 270;

  private Dates() {}

  static LocalDate named(String key, LocalDate now) {
    return switch (key) {
      case "today", "now" -> now;
      case "tomorrow" -> now.plusDays(1);
      case String day -> next(day, now);
    };
  }

  static LocalDate next(String day, LocalDate now) {
    return now.with(TemporalAdjusters.next(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
  }

  static LocalDate ofNextWeek(String day, LocalDate now) {
    LocalDate monday = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return monday.with(
        TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
  }

  /** The second Saturday of the month, of this or the next. */
  static LocalDate ofMonthly(String which, String day, LocalDate now) {
    DayOfWeek weekday = DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT));
    int number =
        switch (which) {
          case "1st", "first" -> 1;
          case "2nd", "second" -> 2;
          case "3rd", "third" -> 3;
          case "4th", "fourth" -> 4;
          default -> -1;
        };
    LocalDate date = now.with(TemporalAdjusters.dayOfWeekInMonth(number, weekday));
    return date.isAfter(now)
        ? date
        : now.plusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(number, weekday));
  }

  static LocalDate saturday(LocalDate now) {
    return now.getDayOfWeek() == DayOfWeek.SUNDAY
        ? now.plusDays(6)
        : now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  static @Nullable LocalDate numbers(MatchResult m, LocalDate now) {
    if (m.group(1).equals("24") && m.group(2).equals("7")) return null;
    int month = Integer.parseInt(m.group(2));
    if (month < 1 || month > 12) return null;
    String year = m.group(3);
    if (year == null || year.isEmpty()) return ofMonth(m.group(1), Month.of(month).name(), now);
    int full = Integer.parseInt(year);
    return real(full < 100 ? 2000 + full : full, month, Integer.parseInt(m.group(1)));
  }

  static @Nullable LocalDate ofMonth(String day, String month, LocalDate now) {
    int number = Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue();
    LocalDate date = real(now.getYear(), number, Integer.parseInt(day));
    if (date == null || !date.isBefore(now)) return date;
    LocalDate coming = real(now.getYear() + 1, number, Integer.parseInt(day));
    return coming == null || coming.isAfter(now.plusDays(FAR)) ? null : coming;
  }

  static @Nullable LocalDate endOfMonth(String month, LocalDate now) {
    LocalDate first = ofMonth("1", month, now.withDayOfMonth(1));
    return first == null ? null : first.with(TemporalAdjusters.lastDayOfMonth());
  }

  static @Nullable LocalDate minus(@Nullable LocalDate date, int days) {
    return date == null ? null : date.minusDays(days);
  }

  static @Nullable LocalDate plusMonth(@Nullable LocalDate date) {
    return date == null ? null : date.plusMonths(1);
  }

  static @Nullable LocalDate nth(String digits, LocalDate now) {
    int day = Integer.parseInt(digits);
    for (int months = 0; months < 3; months++) {
      LocalDate month = now.withDayOfMonth(1).plusMonths(months);
      LocalDate date = real(month.getYear(), month.getMonthValue(), day);
      if (date != null && !date.isBefore(now)) return date;
    }
    return null;
  }

  private static @Nullable LocalDate real(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** The anonymous Gregorian algorithm. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
