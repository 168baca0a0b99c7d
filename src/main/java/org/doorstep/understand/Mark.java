package org.doorstep.understand;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Words without which no rule of time can fit. Most messages hold few of them, so that most rules
 * need not be tried.
 */
enum Mark {
  DIGIT(""),
  SLASH(""),

  /** Four digits in a row. */
  FOUR(""),

  /** A point between two digits: 10:30, 10.30. */
  POINT(""),

  /** From one to the other; a dash as well. */
  RANGE("to deadline"),
  NTH("st nd rd th"),
  MERIDIEM("am pm m"),
  ISH("ish"),
  HALF("half"),
  PAST("past to"),
  OCLOCK("oclock"),

  /** In languages that say so after the hour. */
  ADDED("andhalf andquarter lessquarter"),

  /** In 18h and 9h15. */
  HOUR_SIGN("h"),
  NOON("noon midnight"),
  BETWEEN("between about from"),
  CUE("about from deadline past before after till until like say"),
  TODAY("today tomorrow overmorrow tonight later now"),
  WEEKDAY(Mark.NAMES),
  DAY(Mark.NAMES + " today todays tomorrow tomorrows tonight tonights"),

  /** One of these is the last word but one, or the last, before a number. */
  BETWEEN_NUMBER(""),
  CUE_NUMBER(""),
  DAY_NUMBER(""),
  DAYS("days"),
  HOUR("hour hours bit"),
  WEEK("week weeks weekend weekends fortnight month monthly"),
  MONTH("january february march april may june july august september october november december"),
  FEAST(
      "christmas boxing new burns valentines st halloween bonfire pancake ash mothers palm maundy"
          + " good easter may spring fathers summer remembrance bank endofweek endofmonth endofday"),

  /** What makes a day of the month of a bare number, before it or after it. */
  NUMBERED("ondate thdate"),
  PART(
      "morning mornings afternoon afternoons evening evenings night nights tonight overnight"
          + " am pm"),
  GREETING("morning afternoon evening greeting gone"),
  SEATED("saturday sunday monday"),
  FORTNIGHTLY("fortnightly"),
  MONTHLY("monthly month"),
  WEEKDAYS("weekdays"),
  WEEKLY(Mark.NAMES + " weekly weekends every"),
  DAILY("daily every most mornings afternoons evenings"),
  ASAP("asap"),
  ANY_NOW("now"),
  RIGHT_NOW("rightnow"),
  WHENEVER("whenever");

  private static final String NAMES =
      "monday tuesday wednesday thursday friday saturday sunday"
          + " mondays tuesdays wednesdays thursdays fridays saturdays sundays";

  private static final Map<String, Set<Mark>> BY_WORD = byWord();

  private final String words;

  /**
   * @param words with blanks between them; none if it is told by other characters
   */
  Mark(String words) {
    this.words = words;
  }

  private static Map<String, Set<Mark>> byWord() {
    Map<String, Set<Mark>> all = new HashMap<>();
    for (Mark mark : values())
      for (String word : mark.words.split(" "))
        all.computeIfAbsent(word, _ -> EnumSet.noneOf(Mark.class)).add(mark);
    return Collections.unmodifiableMap(all);
  }

  /** All that stand in a text, in whatever sense. */
  static Set<Mark> in(String text) {
    Set<Mark> found = EnumSet.noneOf(Mark.class);
    Set<Mark> last = Set.of();
    Set<Mark> beforeLast = Set.of();
    int digits = 0;
    int word = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = at(text, i);
      boolean letter = c >= 'a' && c <= 'z';
      if (letter && word < 0) word = i;
      if (!letter && word >= 0) {
        beforeLast = last;
        last = BY_WORD.getOrDefault(text.substring(word, i), Set.of());
        found.addAll(last);
        word = -1;
      }
      digits = digit(c) ? digits + 1 : 0;
      if (digits == 1) {
        found.add(DIGIT);
        beforeNumber(last, found);
        beforeNumber(beforeLast, found);
      }
      if (digits == 4) found.add(FOUR);
      if (c == '/') found.add(SLASH);
      if (c == '-') found.add(RANGE);
      if ((c == ':' || c == '.') && i > 0 && digit(at(text, i - 1)) && digit(at(text, i + 1)))
        found.add(POINT);
    }
    return found;
  }

  private static void beforeNumber(Set<Mark> word, Set<Mark> found) {
    if (word.contains(BETWEEN)) found.add(BETWEEN_NUMBER);
    if (word.contains(CUE)) found.add(CUE_NUMBER);
    if (word.contains(DAY)) found.add(DAY_NUMBER);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }
}
