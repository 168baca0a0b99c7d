package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words without which no rule of time can fit. Most messages hold few of them, so that most rules
 * need not be tried.
 */
enum Mark {
  DIGIT(),
  SLASH(),
  /** Four digits in a row. */
  FOUR(),
  /** A point between two digits: 10:30, 10.30. */
  POINT(),
  /** From one to the other. */
  RANGE("to", "deadline"),
  NTH("st", "nd", "rd", "th"),
  MERIDIEM("am", "pm", "m"),
  ISH("ish"),
  HALF("half"),
  PAST("past", "to"),
  OCLOCK("oclock"),
  NOON("noon", "midnight"),
  BETWEEN("between", "about"),
  CUE("about", "deadline", "past", "before", "after", "till", "until", "like", "say"),
  TODAY("today", "tomorrow", "overmorrow", "tonight", "later", "now"),
  WEEKDAY(weekdays()),
  DAY(weekdays("today", "todays", "tomorrow", "tomorrows", "tonight", "tonights")),
  DAYS("days"),
  HOUR("hour", "hours", "bit"),
  WEEK("week", "weeks", "weekend", "weekends", "fortnight", "month"),
  MONTH(
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december")),
  FEAST(
      "christmas",
      "boxing",
      "new",
      "halloween",
      "bonfire",
      "valentines",
      "good",
      "easter",
      "endofweek",
      "endofmonth",
      "endofday"),
  PART(
      "morning",
      "mornings",
      "afternoon",
      "afternoons",
      "evening",
      "evenings",
      "tonight",
      "overnight",
      "night",
      "nights",
      "am",
      "pm"),
  GREETING("morning", "afternoon", "evening", "greeting", "gone"),
  SEATED("saturday", "sunday", "monday"),
  FORTNIGHTLY("fortnightly"),
  MONTHLY("monthly", "month"),
  WEEKDAYS("weekdays"),
  WEEKLY(weekdays("weekly", "weekends", "every")),
  DAILY("daily", "every", "most", "mornings", "afternoons", "evenings"),
  ASAP("asap"),
  ANY_NOW("now"),
  WHENEVER("whenever");

  private static final Map<String, Set<Mark>> BY_WORD = byWord();

  private final List<String> words;

  Mark(String... words) {
    this(List.of(words));
  }

  Mark(List<String> words) {
    this.words = words;
  }

  /** Those, and these beside them. */
  private static List<String> weekdays(String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    all.addAll(
        List.of(
            "monday",
            "mondays",
            "tuesday",
            "tuesdays",
            "wednesday",
            "wednesdays",
            "thursday",
            "thursdays",
            "friday",
            "fridays",
            "saturday",
            "saturdays",
            "sunday",
            "sundays"));
    return all;
  }

  private static Map<String, Set<Mark>> byWord() {
    Map<String, Set<Mark>> all = new HashMap<>();
    for (Mark mark : values())
      for (String word : mark.words)
        all.computeIfAbsent(word, _ -> EnumSet.noneOf(Mark.class)).add(mark);
    return Collections.unmodifiableMap(all);
  }

  /** All that stand in a text, in whatever sense. */
  static Set<Mark> in(String text) {
    Set<Mark> found = EnumSet.noneOf(Mark.class);
    int digits = 0;
    int word = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = at(text, i);
      boolean letter = c >= 'a' && c <= 'z';
      if (letter && word < 0) word = i;
      if (!letter && word >= 0) {
        found.addAll(BY_WORD.getOrDefault(text.substring(word, i), Set.of()));
        word = -1;
      }
      digits = digit(c) ? digits + 1 : 0;
      if (digits > 0) found.add(DIGIT);
      if (digits == 4) found.add(FOUR);
      if (c == '/') found.add(SLASH);
      if (c == '-') found.add(RANGE);
      if ((c == ':' || c == '.') && i > 0 && digit(at(text, i - 1)) && digit(at(text, i + 1)))
        found.add(POINT);
    }
    return found;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }
}
