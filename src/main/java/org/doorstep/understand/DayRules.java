package org.doorstep.understand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people in the UK write them: dd/mm, a week on Friday, the 9th. */
final class DayRules {

  static final String DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";
  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String NTH = "(\\d{1,2}) ?(?:st|nd|rd|th)\\b";
  private static final String NOT_A_DAY =
      "(?! (?:floor|time|one|house|door|birthday|jab|dose|fall|day|week|month|hand|baby|child|flat|left|turn|free|1\\b|kid|attempt|try|course|class|bag|box|person|man|lady|year|birthdays|anniversary|of (?!"
          + MONTH
          + ")))";

  private static final String MEASURE =
      "(?:washers?|spanners?|bits?|screws?|bolts?|nails?|nuts?|inch|inches|ins|drill|socket|spanner|full|done|left|cups?|pints?|lbs?|pounds?|kilos?|kg|hours?|hrs?|dozen|length|way|loa(?:f|ves)|price|size|bottles?|tins?|bags?|miles?|times|days|weeks|months?|years?|people|kids|of (?:a|an|the|my|it)|boxes|trips|each)";

  /**
   * One way to write a day.
   *
   * @param date null for one that is none
   */
  record Rule(
      Pattern pattern,
      Openings openings,
      Set<Mark> needs,
      boolean deadline,
      BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {}

  static final List<Rule> ALL = new ArrayList<>();

  private static void rule(
      String regex, Set<Mark> needs, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {
    rule(regex, needs, false, date);
  }

  private static void deadline(
      String regex, Set<Mark> needs, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {
    rule(regex, needs, true, date);
  }

  private static void rule(
      String regex,
      Set<Mark> needs,
      boolean deadline,
      BiFunction<MatchResult, LocalDate, @Nullable LocalDate> date) {
    Pattern pattern = Pattern.compile(regex);
    ALL.add(new Rule(pattern, Openings.of(pattern), EnumSet.copyOf(needs), deadline, date));
  }

  static {
    rule(
        "(may-day|spring-bank-holiday|summer-bank-holiday|easter-monday)(?: monday)? weekend\\b",
        Set.of(Mark.FEAST),
        (m, now) -> Dates.minus(Feasts.next(m.group(1), now), 2));
    rule(
        "bank-holiday weekend\\b",
        Set.of(Mark.FEAST),
        (_, now) -> Dates.minus(Feasts.bankHoliday(now, true), 2));
    rule("overmorrow\\b", Set.of(Mark.TODAY), (_, now) -> now.plusDays(2));
    rule(
        "(?<!\\b(?:size|sizes|score|scored|bought|mark|page|part|chapter|step|flat|unit|bp|need|needs|x|than) )(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/\\d]| ?"
            + MEASURE
            + "\\b)",
        Set.of(Mark.DIGIT, Mark.SLASH),
        (m, now) -> Dates.numbers(m, now));
    rule(
        "(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4}|\\d{2})\\b",
        Set.of(Mark.DIGIT), (m, now) -> Dates.numbers(m, now));
    deadline(
        "(?:1|a|one) month (?:from|about) (?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))? (?:of )?"
            + MONTH,
        Set.of(Mark.MONTH, Mark.DIGIT),
        (m, now) -> Dates.plusMonth(Dates.ofMonth(m.group(1), m.group(2), now.minusMonths(2))));
    rule(
        "(?:"
            + DAY
            + ",? )?(?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ?(?:-|to|/|&|or|and) ?\\d{1,2}(?: ?(?:st|nd|rd|th))?)? ?(?:of )?"
            + MONTH
            + "\\b",
        Set.of(Mark.MONTH, Mark.DIGIT),
        (m, now) -> Dates.ofMonth(m.group(2), m.group(3), now));
    rule(
        MONTH + " (?:the )?(\\d{1,2})(?: ?(?:st|nd|rd|th))?\\b(?![:.]\\d| ?[ap]m)",
        Set.of(Mark.MONTH, Mark.DIGIT),
        (m, now) -> Dates.ofMonth(m.group(2), m.group(1), now));
    rule(
        "(?:the )?(1st|first|2nd|second|3rd|third|4th|fourth|last) "
            + DAY
            + " (?:of (?:(?:the|each|every) )?month(?:ly)?|(?:each |every )month|monthly)\\b",
        Set.of(Mark.WEEKDAY, Mark.WEEK),
        (m, now) -> Dates.ofMonthly(m.group(1), m.group(2), now));
    rule(
        "(?:the )?week (?:about|after) next\\b",
        Set.of(Mark.WEEK),
        (_, now) -> Dates.ofNextWeek("monday", now).plusDays(7));
    rule(
        "(?:any|some|1) (?:day|time|morning|afternoon|evening)s? (?:about )?this week\\b",
        Set.of(Mark.WEEK),
        (_, now) -> now);
    deadline(
        "(?:the )?end of " + MONTH + "\\b",
        Set.of(Mark.MONTH),
        (m, now) -> Dates.endOfMonth(m.group(1), now));
    rule(
        "(\\d{2})(\\d{2})()(?=,? (?:about )?\\d{4} ?(?:hrs|hours|h)\\b)",
        Set.of(Mark.FOUR), (m, now) -> Dates.numbers(m, now));
    rule(
        NTH + " ?(?:-|to|deadline|until|and|&) ?(?:the )?\\d{1,2} ?(?:st|nd|rd|th)\\b",
        Set.of(Mark.NTH, Mark.DIGIT),
        (m, now) -> Dates.nth(m.group(1), now));
    rule(
        "(?:of )?(?:ondate )+(\\d{1,2})\\b(?! ?(?:[:.h%/]|[ap]m|oclock|thdate))(?!\\d)",
        Set.of(Mark.NUMBERED, Mark.DIGIT), (m, now) -> Dates.nth(m.group(1), now));
    rule(
        "(\\d{1,2})[ -]?thdate\\b",
        Set.of(Mark.NUMBERED, Mark.DIGIT),
        (m, now) -> Dates.nth(m.group(1), now));
    rule(
        "(?:this )?coming week\\b", Set.of(Mark.WEEK), (_, now) -> Dates.ofNextWeek("monday", now));
    rule(
        "next week " + DAY,
        Set.of(Mark.WEEKDAY, Mark.WEEK),
        (m, now) -> Dates.ofNextWeek(m.group(1), now));
    rule(
        "week commencing " + DAY,
        Set.of(Mark.WEEKDAY, Mark.WEEK),
        (m, now) -> Dates.next(m.group(1), now));
    rule(
        "(?:commencing|starting|wc|from) (?:the )?" + NTH + NOT_A_DAY,
        Set.of(Mark.NTH, Mark.DIGIT),
        (m, now) -> Dates.nth(m.group(1), now));
    rule(
        DAY + ",? (?:the )?" + NTH,
        Set.of(Mark.WEEKDAY, Mark.NTH, Mark.DIGIT),
        (m, now) -> Dates.nth(m.group(2), now));
    rule(
        "(?:a )?week (?:on|from|about) " + DAY,
        Set.of(Mark.WEEKDAY, Mark.WEEK),
        (m, now) -> Dates.next(m.group(1), now).plusDays(7));
    rule(
        "(?:a )?week (?:on |from |about )?(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
        Set.of(Mark.WEEK),
        (m, now) -> Dates.named(m.group(1), now).plusDays(7));
    rule(
        "(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) week\\b",
        Set.of(Mark.WEEK),
        (m, now) -> Dates.named(m.group(1), now).plusDays(7));
    rule(
        "(\\d{1,2}) weeks (?:on |from |about )?(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
        Set.of(Mark.WEEK, Mark.DIGIT),
        (m, now) -> Dates.named(m.group(2), now).plusDays(7L * Integer.parseInt(m.group(1))));
    rule(
        "(?:the )?" + NTH + " (?:of )?next month\\b",
        Set.of(Mark.WEEK, Mark.NTH),
        (m, now) -> Dates.nth(m.group(1), now.plusMonths(1).withDayOfMonth(1)));
    rule(
        "(?:a )?(?:fortnight|2 weeks) (?:on |from |about )?(today|tomorrow|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
        Set.of(Mark.WEEK),
        (m, now) -> Dates.named(m.group(1), now).plusDays(14));
    rule(
        "(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) fortnight\\b",
        Set.of(Mark.WEEK),
        (m, now) -> Dates.named(m.group(1), now).plusDays(14));
    rule("in (?:a|1) week(?:s time)?\\b", Set.of(Mark.WEEK), (_, now) -> now.plusDays(7));
    rule("in (?:a fortnight|2 weeks)\\b", Set.of(Mark.WEEK), (_, now) -> now.plusDays(14));
    rule(
        "(?<!flat |house |out |door |home )in (\\d{1,2}) days\\b",
        Set.of(Mark.DIGIT, Mark.DAYS),
        (m, now) -> now.plusDays(Integer.parseInt(m.group(1))));
    rule(
        "in (\\d{1,2}) weeks\\b",
        Set.of(Mark.DIGIT, Mark.WEEK),
        (m, now) -> now.plusDays(7L * Integer.parseInt(m.group(1))));
    rule(
        "next " + DAY + "\\b", Set.of(Mark.WEEKDAY), (m, now) -> Dates.ofNextWeek(m.group(1), now));
    rule(
        "(?:this |coming |this coming )?" + DAY + " coming\\b",
        Set.of(Mark.WEEKDAY),
        (m, now) -> Dates.next(m.group(1), now));
    rule(
        "(?:this |the )(?:coming )?" + DAY + "\\b",
        Set.of(Mark.WEEKDAY),
        (m, now) -> Dates.next(m.group(1), now));
    rule(
        "(?:the |on the |by the |till the |until the |one is |on )?(?<=the |on |is |by |till |until |deadline |about |before |after |due |around |, |\\. )"
            + NTH
            + NOT_A_DAY,
        Set.of(Mark.NTH, Mark.DIGIT),
        (m, now) -> Dates.nth(m.group(1), now));
    rule("next weekend\\b", Set.of(Mark.WEEK), (_, now) -> Dates.ofNextWeek("saturday", now));
    rule(
        "before (?:the )?weekend\\b",
        Set.of(Mark.WEEK),
        (_, now) -> Dates.saturday(now).minusDays(1));
    rule(
        "(?:this |the |at the |over the )?weekends?\\b",
        Set.of(Mark.WEEK),
        (_, now) -> Dates.saturday(now));
    rule(
        DAY + " (?:of )?next week",
        Set.of(Mark.WEEKDAY, Mark.WEEK),
        (m, now) -> Dates.ofNextWeek(m.group(1), now));
    rule("next week\\b", Set.of(Mark.WEEK), (_, now) -> Dates.ofNextWeek("monday", now));
    deadline(
        "endofweek\\b",
        Set.of(Mark.FEAST),
        (_, now) -> now.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    deadline(
        "endofmonth\\b",
        Set.of(Mark.FEAST),
        (_, now) -> now.with(TemporalAdjusters.lastDayOfMonth()));
    deadline("endofday\\b", Set.of(Mark.FEAST), (_, now) -> now);
    rule("(" + Feasts.ANY + ")\\b", Set.of(Mark.FEAST), (m, now) -> Feasts.next(m.group(1), now));
    rule(
        "(?:the )?bank-holiday( monday)?\\b",
        Set.of(Mark.FEAST),
        (m, now) -> Feasts.bankHoliday(now, m.group(1) != null));
    rule("today\\b", Set.of(Mark.TODAY), (_, now) -> now);
    rule("(?:tonight|later)\\b", Set.of(Mark.TODAY), (_, now) -> now);
    rule("this (?:morning|afternoon|evening)\\b", Set.of(Mark.PART), (_, now) -> now);
    rule("tomorrow\\b", Set.of(Mark.TODAY), (_, now) -> now.plusDays(1));
    rule("in (?:an|a|half an|1|2|3) (?:hour|hours|bit)\\b", Set.of(Mark.HOUR), (_, now) -> now);
    rule(DAY + "\\b", Set.of(Mark.WEEKDAY), (m, now) -> Dates.next(m.group(1), now));
  }

  private DayRules() {}
}
