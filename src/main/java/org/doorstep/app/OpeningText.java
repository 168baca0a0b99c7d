package org.doorstep.app;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.bridge.Opening;
import org.doorstep.people.HoursText;
import org.doorstep.understand.Vocabulary;

/**
 * Opening hours as a table has them: {@code Mon-Fri 9-17; Sat 10:00 - 13:00}, {@code Mon, Wed 9am
 * to 5pm}. What is not understood for sure is not guessed at: it is shown as it stands.
 */
record OpeningText(Vocabulary words) {

  private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
  private static final Pattern TWELVE =
      Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)", Pattern.CASE_INSENSITIVE);

  /** A new stretch of days: behind a semicolon, or behind hours and before the name of a day. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          " ?[;\\n|] ?|(?<=[0-9apm]) ?[,.] ?(?=\\p{L})|(?<=[0-9][0-9apm]) (?=\\p{L}{3})");

  /** Empty where it is not understood. */
  Optional<List<Opening>> read(String text) {
    List<Opening> all = new ArrayList<>();
    for (String part : BETWEEN.split(plain(text))) {
      String one = part.strip();
      if (one.isEmpty()) continue;
      Optional<List<Opening>> openings = part(one);
      if (openings.isEmpty()) return Optional.empty();
      all.addAll(openings.get());
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Optional<List<Opening>> part(String part) {
    String first = part.replaceFirst("[: ]+[0-9].*$", "");
    String hours = part.substring(first.length()).replaceFirst("^[: ]+", "");
    if (Stream.of(first.split(" ")).anyMatch(word -> means("closed", word))) {
      return Optional.of(List.of());
    }
    Set<DayOfWeek> days = days(first);
    if (days.isEmpty()) return Optional.empty();
    return HoursText.read(hours)
        .filter(some -> !some.isEmpty())
        .map(some -> some.stream().map(stretch -> new Opening(days, stretch)).toList());
  }

  /** Of the clock with 24 hours, with a dash between. */
  private static String plain(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{Z}\\t\\r]+", " ")
            .replaceAll("\\p{Pd}", "-")
            .strip();
    Matcher clock = TWELVE.matcher(lower);
    String day =
        clock.replaceAll(
            m -> {
              int hour = Integer.parseInt(m.group(1)) % 12 + (m.group(3).equals("pm") ? 12 : 0);
              return hour + ":" + (m.group(2) == null ? "00" : m.group(2));
            });
    return day.replaceAll("(?<=[0-9]) ?(?:-|to|until|till) ?(?=[0-9])", "-")
        .replaceAll("(?<=\\p{L}) ?(?:-|to|until) ?(?=\\p{L})", "-")
        .replaceAll(" (?:and|&) ", ",");
  }

  private Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split("[, /&]+")) {
      String name = part.replaceAll("[^\\p{L}\\p{N}-]", "");
      if (name.isEmpty()) continue;
      String[] ends = name.split("-");
      if (ends.length == 2 && day(ends[0]) >= 0 && day(ends[1]) >= 0) {
        for (int at = day(ends[0]); ; at = (at + 1) % DAYS.size()) {
          days.add(DayOfWeek.of(at + 1));
          if (at == day(ends[1])) break;
        }
      } else if (day(name) >= 0) {
        days.add(DayOfWeek.of(day(name) + 1));
      } else if (means("daily", name)) {
        days.addAll(EnumSet.allOf(DayOfWeek.class));
      } else if (means("weekdays", name)) {
        days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
      } else if (means("weekends", name)) {
        days.addAll(EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
      } else {
        return Set.of();
      }
    }
    return days;
  }

  private int day(String name) {
    for (int at = 0; at < DAYS.size(); at++) if (means(DAYS.get(at), name)) return at;
    return -1;
  }

  private boolean means(String key, String word) {
    return words.entry(key).filter(entry -> entry.words().contains(word.strip())).isPresent();
  }
}
