package org.doorstep.understand;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.doorstep.help.PartOfDay;
import org.jspecify.annotations.Nullable;

/** Times of day as people write them: half 2, ten past 4, 3-5pm, 0930, after 5. */
final class Clocks {

  private static final String DAY =
      "\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight)s?";

  /** What may follow a bare number that is an hour. */
  private static final String AFTER =
      "(?=$|[\\n,.!?;)]|-? ?ish| (?:on|in|at|please|if|or|and|so|but|the|because|to|till|until|deadline|as|it|we|i|is|would|thanks|when|with|for|if|this|next|every|about|max|sharp|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|appointment|appt|x|though|then|any|that|not|can|my|by|which|onwards|-)\\b)(?!\\.\\d)";

  private static final Cue CLOCK =
      Cue.of(
          "(?=\\d)(?<![\\d/.:£$+])(\\d{1,2})[:.]([0-5]\\d) ?([ap])?\\.?m?\\b(?! ?(?:%|miles|kg|litres?|quid|[a-z]*pounds|p\\b|m\\b|ml))",
          Mark.POINT);
  private static final Cue RANGE =
      Cue.of(
          "(?=\\d)(?<![\\d/.:£$])(\\d{1,2})(?:[:.]([0-5]\\d))? ?([ap]m)? ?(?:-|to|and|deadline|&) ?(\\d{1,2})(?:[:.]([0-5]\\d))? ?([ap])m\\b",
          Mark.DIGIT,
          Mark.MERIDIEM);
  private static final Cue MERIDIEM =
      Cue.of("(?=\\d)(?<![\\d/.:£$])(\\d{1,2}) ?-? ?([ap])\\.?m\\b", Mark.DIGIT, Mark.MERIDIEM);
  private static final Cue HALF =
      Cue.words(
          "\\bhalf ?-?(?: ?past)? ?(\\d{1,2})\\b(?! (?:hours?|weeks?|days|pints?|dozen|loaf|of))",
          Mark.DIGIT,
          Mark.HALF);
  private static final Cue PAST =
      Cue.of(
          "(?<!from )(?:\\b(?<!day )(?=\\d+ (?:past|to) )|\\b(?=quarter|\\d+ minutes))(quarter|5|10|20|25)(?: minutes)? (past|to) (\\d{1,2})\\b",
          Mark.DIGIT,
          Mark.PAST);
  private static final Cue OCLOCK = Cue.words("\\b(\\d{1,2}) ?oclock\\b", Mark.DIGIT, Mark.OCLOCK);

  /** In languages that say so before the hour. */
  private static final Cue AT_HOUR = Cue.words("\\bat-hour (\\d{1,2})\\b", Mark.DIGIT, Mark.HOUR);

  /** In languages that say so after the hour: 4 and a half, 5 less a quarter. */
  private static final Cue ADDED =
      Cue.of(
          "(?<![\\d/.:£$])(\\d{1,2})(?: oclock)? (andhalf|andquarter|lessquarter)\\b",
          Mark.DIGIT,
          Mark.ADDED);

  private static final Cue SIGNED =
      Cue.of(
          "(?=\\d)(?<![\\d/.:£$+-])([01]?\\d|2[0-3]) ?h ?([0-5]\\d)?\\b(?! ?(?:shift|drive|away|a day|a week))",
          Mark.DIGIT,
          Mark.HOUR_SIGN);
  private static final Cue FOUR =
      Cue.of(
          "(?=\\d)(?<![\\d/.:£$+-])([01]\\d|2[0-3])([0-5]\\d)(?: ?(?:hrs?|hours|h)\\b)|(?=\\d)(?<=at |about |from |by )([01]\\d|2[0-3])([0-5]\\d)\\b",
          Mark.FOUR);
  private static final Cue DAY_RANGE =
      Cue.words(
          DAY
              + ",? (?:about |from )?(\\d{1,2}) ?(?:-|to) ?(\\d{1,2})\\b(?! ?(?:january|february|march|april|may|june|july|august|september|october|november|december|th|st|nd|rd))",
          Mark.DAY_NUMBER,
          Mark.RANGE);
  private static final Cue BETWEEN =
      Cue.of(
          "(?:between|about|from) (\\d{1,2})(?:[:.]([0-5]\\d))? ?(?:and|to|-|&) ?(\\d{1,2})"
              + AFTER,
          Mark.BETWEEN_NUMBER);
  private static final Cue DAY_HOUR =
      Cue.words(
          DAY
              + ",? (\\d{1,2})(?! ?(?:st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december|/|kids|people|weeks|bags|-))"
              + AFTER,
          Mark.DAY_NUMBER);
  private static final Cue HOUR =
      Cue.words(
          "\\b(?:about|from|deadline|past|before|after|till|until|like|say)(?: about)? (\\d{1,2})"
              + AFTER,
          Mark.CUE_NUMBER);
  private static final Cue HOURS =
      Cue.of(
          "(?=\\d)(?<![\\d/.:£$+-])(?<!\\b(?:age|aged|ages|size|sizes|flat|flats|no|number|year|years|yr|of|ks|chapter) )\\b(\\d{1,2}) ?(?:-|to|deadline) ?(\\d{1,2})\\b(?![/.:-]\\d| ?(?:january|february|march|april|may|june|july|august|september|october|november|december|st|nd|rd|th|months?|month|years?|yrs?|weeks|days|kids|people|bags|tins|pints|quid|pounds|kg|miles|minutes|mins|hours|x|%))",
          Mark.DIGIT, Mark.RANGE);
  private static final Cue NOON = Cue.words("\\b(noon|midnight)\\b", Mark.NOON);
  private static final Cue PARTED =
      Cue.of(
          "(?<![\\d/.:£$-])\\b(\\d{1,2}) in the (?:morning|afternoon|evening)\\b",
          Mark.DIGIT,
          Mark.PART);
  private static final Cue ISH = Cue.words("\\b(\\d{1,2}) ?-? ?ish\\b", Mark.DIGIT, Mark.ISH);
  private static final Cue ONLY =
      Cue.of(
          "^[^\\p{L}\\d]*(?:about |from |deadline )?(\\d{1,2})(?:[:.](\\d{2}))?(?: (?:please|thanks))?[^\\p{L}\\d]*$",
          Mark.DIGIT);

  private static final List<Cue> LESS_PLAIN =
      List.of(DAY_RANGE, BETWEEN, HOURS, DAY_HOUR, HOUR, PARTED, ISH, ONLY);

  /** Nobody is helped earlier in the morning. */
  private static final int EARLIEST = 5;

  /** Hours of an afternoon; later ones are said of a morning that goes on into it. */
  private static final int LATEST = 8;

  /** A time of day that is written. */
  record Clock(LocalTime time, int start, int end) {

    Clock after(int characters) {
      return new Clock(time, start + characters, end + characters);
    }
  }

  private Clocks() {}

  /** The first time that is written. */
  static @Nullable Clock in(String text, Set<Mark> marks, @Nullable PartOfDay part) {
    Matcher m = RANGE.find(text, marks);
    if (m != null) {
      int hour = Integer.parseInt(m.group(1));
      int until = Integer.parseInt(m.group(4));
      boolean afternoon = m.group(6).equals("p");
      boolean overNoon = afternoon && (until == 12 || hour > until);
      String mark = m.group(3);
      int start =
          mark != null
              ? meridiem(hour, mark.startsWith("p"))
              : overNoon ? hour : meridiem(hour, afternoon);
      return clock(start, m.group(2), m);
    }
    for (m = CLOCK.find(text, marks); m != null; m = m.find() ? m : null) {
      int hour = Integer.parseInt(m.group(1));
      String mark = m.group(3);
      Clock found =
          clock(mark == null ? day(hour, part) : meridiem(hour, mark.equals("p")), m.group(2), m);
      if (found != null) return found;
    }
    m = MERIDIEM.find(text, marks);
    if (m != null)
      return clock(meridiem(Integer.parseInt(m.group(1)), m.group(2).equals("p")), null, m);
    m = HALF.find(text, marks);
    if (m != null) return clock(day(Integer.parseInt(m.group(1)), part), "30", m);
    m = PAST.find(text, marks);
    if (m != null) {
      int minutes = m.group(1).equals("quarter") ? 15 : Integer.parseInt(m.group(1));
      int hour = day(Integer.parseInt(m.group(3)), part);
      boolean past = m.group(2).equals("past");
      return clock(past ? hour : hour - 1, String.valueOf(past ? minutes : 60 - minutes), m);
    }
    m = ADDED.find(text, marks);
    if (m != null) {
      int hour = day(Integer.parseInt(m.group(1)), part);
      return switch (m.group(2)) {
        case "andhalf" -> clock(hour, "30", m);
        case "andquarter" -> clock(hour, "15", m);
        default -> clock(hour - 1, "45", m);
      };
    }
    m = OCLOCK.find(text, marks);
    if (m != null) return clock(day(Integer.parseInt(m.group(1)), part), null, m);
    m = AT_HOUR.find(text, marks);
    if (m != null) return clock(day(Integer.parseInt(m.group(1)), part), null, m);
    m = SIGNED.find(text, marks);
    if (m != null) return clock(day(Integer.parseInt(m.group(1)), part), m.group(2), m);
    m = FOUR.find(text, marks);
    if (m != null) {
      boolean marked = m.group(1) != null;
      return clock(Integer.parseInt(m.group(marked ? 1 : 3)), m.group(marked ? 2 : 4), m);
    }
    m = NOON.find(text, marks);
    if (m != null) return clock(m.group(1).equals("noon") ? 12 : 0, null, m);
    for (Cue cue : LESS_PLAIN) {
      m = cue.find(text, marks);
      if (m != null && (!cue.equals(HOURS) || hours(m)))
        return clock(
            day(Integer.parseInt(m.group(1)), part),
            m.groupCount() > 1 && !cue.equals(DAY_RANGE) && !cue.equals(HOURS) ? m.group(2) : null,
            m);
    }
    return null;
  }

  /** Both are hours, and no long time lies between them. */
  private static boolean hours(Matcher m) {
    int from = Integer.parseInt(m.group(1));
    int to = Integer.parseInt(m.group(2));
    return from >= 1 && from <= 12 && to >= 1 && to <= 12 && from != to;
  }

  private static @Nullable Clock clock(int hour, @Nullable String minutes, Matcher m) {
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (hour < 0 || hour > 23 || minute > 59) return null;
    return new Clock(LocalTime.of(hour, minute), m.start(), m.end());
  }

  private static int meridiem(int hour, boolean afternoon) {
    if (hour > 12) return hour;
    return afternoon ? (hour == 12 ? 12 : hour + 12) : hour == 12 ? 0 : hour;
  }

  /** An hour without am or pm, in the sense that fits a day. */
  private static int day(int hour, @Nullable PartOfDay part) {
    if (hour == 0 || hour > 12) return hour;
    if (part == PartOfDay.AFTERNOON && hour <= LATEST) return hour + 12;
    if (part == PartOfDay.MORNING) return hour < EARLIEST ? hour + 12 : hour;
    if (part == PartOfDay.EVENING || part == PartOfDay.NIGHT)
      return hour == 12 ? 0 : hour >= 5 ? hour + 12 : hour + (part == PartOfDay.NIGHT ? 0 : 12);
    return hour <= 6 ? hour + 12 : hour;
  }
}
