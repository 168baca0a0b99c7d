package org.doorstep.understand;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.help.PartOfDay;
import org.jspecify.annotations.Nullable;

/** Mornings, afternoons, evenings and nights, as far as they tell when. */
final class Parts {

  private static final String DAYS = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

  private static final Pattern PART =
      Pattern.compile("\\b(mornings?|afternoons?|evenings?|tonight|overnight|nights?|am|pm)\\b");

  private static final Pattern CUE =
      Pattern.compile(
          "(?:tomorrow|today|this|the|in|a|any|some|one|each|most|every|day|deadline|about|from|or|first|"
              + DAYS
              + "s?|\\d{1,2}(?:st|nd|rd|th)?|weekend|week|time|early|late|mid|next)[ ,]*$");

  private static final Pattern AFTER =
      Pattern.compile(
          "^(?:s)? ?(?:please|if|is|only|would|best|ok|or (?:morning|afternoon|evening)|after|before|about|$|[.,!?](?! all))");

  /** Parts of days that drag, not those on which help is wanted. */
  private static final Pattern DULL = Pattern.compile("\\b(?:at|every|all|the|long) $");

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|never|cant|cannot|dont|wont|hate|except)(?: (?:do|make|manage|be|in|on|the|any|really|like))* $");

  private static final Pattern OVERNIGHT = Pattern.compile("\\b(?:overnight|sleepover)\\b");

  /** A part of the day that is written. */
  record Part(PartOfDay part, int start, int end) {}

  private Parts() {}

  /**
   * @param days all that are meant, of which the day is one
   * @param size the words of the message
   */
  static @Nullable Part in(
      String text, Set<Mark> marks, Days.@Nullable Day day, List<Days.Day> days, int size) {
    if (!marks.contains(Mark.PART))
      return day != null && text.startsWith(" early", day.end())
          ? new Part(PartOfDay.MORNING, day.start(), day.end())
          : null;
    Matcher m = PART.matcher(text);
    int end = day == null ? 0 : listEnd(text, day, days);
    Part best = null;
    while (m.find()) {
      boolean close =
          day != null
              && ((m.start() >= day.start() && m.start() - end < 4)
                  || (m.end() <= day.start() && day.start() - m.end() < 5));
      if (!close && (best != null || ofOther(m, day, days) || !meant(text, m, size, day))) continue;
      if (NOT.matcher(before(text, m)).find()) continue;
      best = new Part(part(text, m.group()), m.start(), m.end());
      if (close) return best;
    }
    if (best == null && day != null && text.startsWith(" early", day.end()))
      return new Part(PartOfDay.MORNING, day.start(), day.end());
    return best;
  }

  /** Where the list of days ends that this one begins. */
  private static int listEnd(String text, Days.Day day, List<Days.Day> days) {
    Days.Day last = day;
    for (Days.Day next : days) if (Background.joined(text, last, next)) last = next;
    return last.end();
  }

  /** "Tonight" is no part of tomorrow. */
  private static boolean ofOther(Matcher m, Days.@Nullable Day day, List<Days.Day> days) {
    if (day == null) return false;
    for (Days.Day other : days)
      if (m.start() >= other.start() && m.end() <= other.end() && !other.date().equals(day.date()))
        return true;
    return false;
  }

  static PartOfDay named(String word) {
    return part("", word);
  }

  private static PartOfDay part(String text, String word) {
    return switch (word) {
      case "morning", "mornings", "am" -> PartOfDay.MORNING;
      case "afternoon", "afternoons", "pm" -> PartOfDay.AFTERNOON;
      case "overnight" -> PartOfDay.NIGHT;
      case "tonight", "night" ->
          OVERNIGHT.matcher(text).find() ? PartOfDay.NIGHT : PartOfDay.EVENING;
      default -> PartOfDay.EVENING;
    };
  }

  /** A part of the day that does not stand beside a day, and yet tells when. */
  private static boolean meant(String text, Matcher m, int size, Days.@Nullable Day day) {
    String before = before(text, m);
    String word = m.group();
    if (word.equals("am") || word.equals("pm")) return false;
    if (word.startsWith("night")) return before.endsWith("every ");
    if (Background.before(
        before.endsWith("this ") ? before.substring(0, before.length() - 5) : before)) return false;
    if (word.equals("tonight") || word.equals("overnight")) return true;
    boolean plural = word.endsWith("s");
    if (plural) return !(DULL.matcher(before).find() && day == null && text.length() > 60);
    String after = text.substring(m.end());
    return CUE.matcher(before).find() || m.start() < 2 || size <= 6 || AFTER.matcher(after).find();
  }

  private static String before(String text, Matcher m) {
    return text.substring(Math.max(0, m.start() - 60), m.start());
  }
}
