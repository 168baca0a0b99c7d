package org.doorstep.people;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stretches of a day as somebody types them into a form: {@code 17-21}, {@code 9:30-12, 17-21}. */
public final class HoursText {

  private static final int MOST = 4;

  private static final Pattern STRETCH =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[\\p{Pd}]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

  private HoursText() {}

  /**
   * Of the clock with 24 hours; what may be of the other one is not guessed at.
   *
   * @return nothing where it is empty; empty where it is no such text
   */
  public static Optional<List<Hours>> read(String typed) {
    String text = digits(typed).strip();
    if (text.isEmpty()) return Optional.of(List.of());
    List<Hours> all = new ArrayList<>();
    for (String one : text.split("\\s*[,;\\u060c]\\s*")) {
      Hours stretch = stretch(one.strip());
      if (stretch == null || all.size() == MOST) return Optional.empty();
      all.add(stretch);
    }
    return Optional.of(all);
  }

  private static @Nullable Hours stretch(String text) {
    Matcher m = STRETCH.matcher(text);
    if (!m.matches()) return null;
    int from = minutes(m.group(1), m.group(2));
    int to = minutes(m.group(3), m.group(4));
    boolean either = to <= from && from <= 12 * 60 && m.group(2) == null;
    if (from < 0 || to < 0 || from == to || from == 24 * 60 || either) return null;
    return new Hours(time(from), time(to));
  }

  private static int minutes(String hour, @Nullable String minute) {
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    int all = Integer.parseInt(hour) * 60 + minutes;
    return minutes > 59 || all > 24 * 60 ? -1 : all;
  }

  private static LocalTime time(int minutes) {
    return LocalTime.MIDNIGHT.plusMinutes(minutes % (24 * 60));
  }

  /** Those of every script. */
  private static String digits(String typed) {
    StringBuilder plain = new StringBuilder();
    typed
        .codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return plain.toString();
  }

  /** As it would be typed. */
  public static String of(List<Hours> hours) {
    return hours.stream().map(h -> h.from() + "-" + h.to()).collect(Collectors.joining(", "));
  }
}
