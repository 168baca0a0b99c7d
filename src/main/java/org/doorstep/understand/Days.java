package org.doorstep.understand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the days that are written in a message, by the rules of {@link DayRules}. */
final class Days {

  private static final Pattern BARE = Pattern.compile("(?:this |the )?" + DayRules.DAY);
  private static final Pattern NEXT =
      Pattern.compile("(?s).*\\bnext (?:1 )?(?:about |deadline )?(?:the )?");

  /**
   * A day that is written.
   *
   * @param bare it is the name of a day of the week and nothing more
   */
  record Day(LocalDate date, int start, int end, boolean deadline, boolean bare) {}

  private Days() {}

  /** The day of which it is said that it is the next one. */
  static @Nullable Day nextOne(List<Day> days, String text) {
    for (Day day : days) {
      String before = text.substring(Math.max(0, day.start() - 14), day.start());
      if (NEXT.matcher(before).matches()) return day;
    }
    return null;
  }

  /**
   * Every day that is written, in the order of the text; of rules that overlap the longest wins.
   */
  static List<Day> in(String text, Set<Mark> marks, LocalDate now) {
    List<Day> days = new ArrayList<>();
    List<Day> taken = new ArrayList<>();
    int[] starts = starts(text);
    for (DayRules.Rule rule : DayRules.ALL) {
      if (!marks.containsAll(rule.needs())) continue;
      Matcher matcher = null;
      int free = 0;
      for (int from : starts) {
        if (from < free || !rule.openings().at(text, from)) continue;
        if (matcher == null) matcher = rule.pattern().matcher(text).useTransparentBounds(true);
        if (!matcher.region(from, text.length()).lookingAt()) continue;
        free = matcher.end();
        if (taken(taken, matcher.start(), matcher.end())) continue;
        LocalDate date = near(rule.date().apply(matcher, now), now);
        boolean bare = date != null && BARE.matcher(matcher.group()).matches();
        Day day =
            new Day(
                date == null ? now : date, matcher.start(), matcher.end(), rule.deadline(), bare);
        taken.add(day);
        if (date != null) days.add(day);
      }
    }
    days.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return days;
  }

  /** Not one that is over, nor one of a life's length ahead: years are of births as well. */
  private static @Nullable LocalDate near(@Nullable LocalDate date, LocalDate now) {
    return date == null || date.isBefore(now) || date.isAfter(now.plusYears(1)) ? null : date;
  }

  private static int[] starts(String text) {
    int[] starts = new int[text.length()];
    int count = 0;
    for (int i = 0; i < starts.length; i++) if (begins(text, i)) starts[count++] = i;
    return Arrays.copyOf(starts, count);
  }

  /** Only where no word or number goes on, and only with a letter or a digit. */
  private static boolean begins(String text, int at) {
    return part(text.charAt(at))
        && (at == 0 || !part(text.charAt(at - 1)))
        && (at == 0 || (text.charAt(at - 1) != '/' && text.charAt(at - 1) != '_'));
  }

  private static boolean part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean taken(List<Day> days, int start, int end) {
    for (Day day : days) if (start < day.end() && day.start() < end) return true;
    return false;
  }
}
