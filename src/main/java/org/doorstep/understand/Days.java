package org.doorstep.understand;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people in the UK write them: dd/mm, a week on Friday, the 9th. */
final class Days {

  private static final String DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";
  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String NTH = "(\\d{1,2}) ?(?:st|nd|rd|th)\\b";
  private static final String NOT_A_DAY =
      "(?! (?:floor|time|one|house|door|birthday|jab|dose|fall|day|week|month|hand|baby|child|flat|left|turn|of (?!"
          + MONTH
          + ")))";

  /**
   * A day that is written.
   *
   * @param bare it is the name of a day of the week and nothing more
   */
  record Day(LocalDate date, int start, int end, boolean deadline, boolean bare) {}

  private record Rule(
      Pattern pattern,
      boolean deadline,
      BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {}

  private static final List<Rule> RULES = new ArrayList<>();

  private static void rule(
      String regex, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {
    RULES.add(new Rule(Pattern.compile("(?<![\\w/])" + regex), false, date));
  }

  private static void deadline(
      String regex, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {
    RULES.add(new Rule(Pattern.compile("(?<![\\w/])" + regex), true, date));
  }

  static {
    rule("overmorrow\\b", (_, now) -> now.plusDays(2));
    rule("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/\\d])", (m, now) -> numbers(m, now));
    rule("(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4}|\\d{2})\\b", (m, now) -> numbers(m, now));
    deadline(
        "(?:1|a|one) month (?:from|about) (?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))? (?:of )?"
            + MONTH,
        (m, now) -> plusMonth(ofMonth(m.group(1), m.group(2), now.minusMonths(2))));
    rule(
        "(?:"
            + DAY
            + ",? )?(?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ?(?:-|to|/|&|or|and) ?\\d{1,2}(?: ?(?:st|nd|rd|th))?)? ?(?:of )?"
            + MONTH
            + "\\b",
        (m, now) -> ofMonth(m.group(2), m.group(3), now));
    rule(
        MONTH + " (?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?\\b(?![:.]\\d| ?[ap]m)",
        (m, now) -> ofMonth(m.group(2), m.group(1), now));
    rule(
        "(?:the )?(1st|first|2nd|second|3rd|third|4th|fourth|last) "
            + DAY
            + " (?:of (?:the|each|every) month|(?:each|every) month)\\b",
        (m, now) -> ofMonthly(m.group(1), m.group(2), now));
    rule("(?:this )?coming week\\b", (_, now) -> ofNextWeek("monday", now));
    rule("week commencing " + DAY, (m, now) -> next(m.group(1), now));
    rule(
        "(?:commencing|starting|wc|from) (?:the )?" + NTH + NOT_A_DAY,
        (m, now) -> nth(m.group(1), now));
    rule(DAY + ",? (?:the )?" + NTH, (m, now) -> nth(m.group(2), now));
    rule("(?:a )?week (?:on|from|about) " + DAY, (m, now) -> next(m.group(1), now).plusDays(7));
    rule(
        "(?:a )?week (?:on |from |about )?(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
        (m, now) -> named(m.group(1), now).plusDays(7));
    rule(
        "(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) week\\b",
        (m, now) -> named(m.group(1), now).plusDays(7));
    rule(
        "(?:a )?(?:fortnight|2 weeks) (?:on |from |about )?(today|tomorrow|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
        (m, now) -> named(m.group(1), now).plusDays(14));
    rule(
        "(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) fortnight\\b",
        (m, now) -> named(m.group(1), now).plusDays(14));
    rule("in (?:a|1) week(?:s time)?\\b", (_, now) -> now.plusDays(7));
    rule("in (?:a fortnight|2 weeks)\\b", (_, now) -> now.plusDays(14));
    rule(
        "(?<!flat |house |out |door |home )in (\\d{1,2}) days\\b",
        (m, now) -> now.plusDays(Integer.parseInt(m.group(1))));
    rule("in (\\d{1,2}) weeks\\b", (m, now) -> now.plusDays(7L * Integer.parseInt(m.group(1))));
    rule("next " + DAY + "\\b", (m, now) -> ofNextWeek(m.group(1), now));
    rule("(?:this |coming |this coming )?" + DAY + " coming\\b", (m, now) -> next(m.group(1), now));
    rule("(?:this |the )(?:coming )?" + DAY + "\\b", (m, now) -> next(m.group(1), now));
    rule(
        "(?:the |on the |by the |till the |until the |one is |on )?(?<=the |on |is |by |till |until |deadline |about |before |after |due |around |, |\\. )"
            + NTH
            + NOT_A_DAY,
        (m, now) -> nth(m.group(1), now));
    rule("next weekend\\b", (_, now) -> ofNextWeek("saturday", now));
    rule("before (?:the )?weekend\\b", (_, now) -> saturday(now).minusDays(1));
    rule("(?:this |the |at the |over the )?weekends?\\b", (_, now) -> saturday(now));
    rule("next week " + DAY, (m, now) -> ofNextWeek(m.group(1), now));
    rule(DAY + " (?:of )?next week", (m, now) -> ofNextWeek(m.group(1), now));
    rule("next week\\b", (_, now) -> ofNextWeek("monday", now));
    deadline("endofweek\\b", (_, now) -> now.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    deadline("endofmonth\\b", (_, now) -> now.with(TemporalAdjusters.lastDayOfMonth()));
    deadline("endofday\\b", (_, now) -> now);
    rule("christmas-eve\\b", (_, now) -> yearly(12, 24, now));
    rule("christmas-day\\b", (_, now) -> yearly(12, 25, now));
    rule("boxing-day\\b", (_, now) -> yearly(12, 26, now));
    rule("new-years-eve\\b", (_, now) -> yearly(12, 31, now));
    rule("new-years-day\\b", (_, now) -> yearly(1, 1, now));
    rule("halloween\\b", (_, now) -> yearly(10, 31, now));
    rule("bonfire-night\\b", (_, now) -> yearly(11, 5, now));
    rule("valentines\\b", (_, now) -> yearly(2, 14, now));
    rule("good-friday\\b", (_, now) -> easter(now, -2));
    rule("easter-sunday\\b", (_, now) -> easter(now, 0));
    rule("easter-monday\\b", (_, now) -> easter(now, 1));
    rule("today\\b", (_, now) -> now);
    rule("(?:tonight|later)\\b", (_, now) -> now);
    rule("this (?:morning|afternoon|evening)\\b", (_, now) -> now);
    rule("tomorrow\\b", (_, now) -> now.plusDays(1));
    rule("in (?:an|a|half an|1|2|3) (?:hour|hours|bit)\\b", (_, now) -> now);
    rule(DAY + "\\b", (m, now) -> next(m.group(1), now));
  }

  private Days() {}

  /** The day of which it is said that it is the next one. */
  static @Nullable Day nextOne(List<Day> days, String text) {
    for (Day day : days) {
      String before = text.substring(Math.max(0, day.start() - 14), day.start());
      if (before.matches("(?s).*\\bnext (?:1 )?(?:about |deadline )?(?:the )?")) return day;
    }
    return null;
  }

  /**
   * Every day that is written, in the order of the text; of rules that overlap the longest wins.
   */
  static List<Day> in(String text, LocalDate now) {
    List<Day> days = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        LocalDate date = rule.date().apply(matcher, now);
        if (date == null || taken(days, matcher.start(), matcher.end())) continue;
        boolean bare = matcher.group().matches("(?:this |the )?" + DAY);
        days.add(new Day(date, matcher.start(), matcher.end(), rule.deadline(), bare));
      }
    }
    days.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return days;
  }

  private static boolean taken(List<Day> days, int start, int end) {
    return days.stream().anyMatch(d -> start < d.end() && d.start() < end);
  }

  private static LocalDate named(String key, LocalDate now) {
    return switch (key) {
      case "today", "now" -> now;
      case "tomorrow" -> now.plusDays(1);
      case String day -> next(day, now);
    };
  }

  static LocalDate next(String day, LocalDate now) {
    return now.with(TemporalAdjusters.next(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
  }

  private static LocalDate ofNextWeek(String day, LocalDate now) {
    LocalDate monday = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return monday.with(
        TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
  }

  /** The second Saturday of the month, of this or the next. */
  private static LocalDate ofMonthly(String which, String day, LocalDate now) {
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

  private static LocalDate saturday(LocalDate now) {
    return now.getDayOfWeek() == DayOfWeek.SUNDAY
        ? now.plusDays(6)
        : now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  private static @Nullable LocalDate numbers(MatchResult m, LocalDate now) {
    if (m.group(1).equals("24") && m.group(2).equals("7")) return null;
    int month = Integer.parseInt(m.group(2));
    if (month < 1 || month > 12) return null;
    String year = m.group(3);
    if (year == null) return ofMonth(m.group(1), Month.of(month).name(), now);
    int full = Integer.parseInt(year);
    return real(full < 100 ? 2000 + full : full, month, Integer.parseInt(m.group(1)));
  }

  private static @Nullable LocalDate ofMonth(String day, String month, LocalDate now) {
    int number = Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue();
    LocalDate date = real(now.getYear(), number, Integer.parseInt(day));
    return date != null && date.isBefore(now)
        ? real(now.getYear() + 1, number, Integer.parseInt(day))
        : date;
  }

  private static @Nullable LocalDate plusMonth(@Nullable LocalDate date) {
    return date == null ? null : date.plusMonths(1);
  }

  private static @Nullable LocalDate nth(String digits, LocalDate now) {
    int day = Integer.parseInt(digits);
    for (int months = 0; months < 3; months++) {
      LocalDate month = now.withDayOfMonth(1).plusMonths(months);
      LocalDate date = real(month.getYear(), month.getMonthValue(), day);
      if (date != null && !date.isBefore(now)) return date;
    }
    return null;
  }

  private static LocalDate yearly(int month, int day, LocalDate now) {
    LocalDate date = LocalDate.of(now.getYear(), month, day);
    return date.isBefore(now) ? date.plusYears(1) : date;
  }

  private static @Nullable LocalDate real(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static LocalDate easter(LocalDate now, int days) {
    LocalDate date = easter(now.getYear()).plusDays(days);
    return date.isBefore(now) ? easter(now.getYear() + 1).plusDays(days) : date;
  }

  /** The anonymous Gregorian algorithm. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
