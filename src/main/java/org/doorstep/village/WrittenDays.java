package org.doorstep.village;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doorstep.help.Recurrence;

/**
 * Days and rhythms, as one language writes them.
 *
 * @param words a text of {@code common.yml}, by its key; empty where there is none
 */
record WrittenDays(UnaryOperator<String> words) {

  /** Nothing is said of a day that is further away. */
  private static final int AHEAD = 70;

  /** Which day a text speaks of, as seen from another day. */
  Optional<LocalDate> day(String text, LocalDate today) {
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(AHEAD)
        .filter(day -> speaksOf(text, day, today))
        .findFirst();
  }

  private boolean speaksOf(String text, LocalDate day, LocalDate today) {
    String near =
        day.equals(today)
            ? words.apply("when-today")
            : day.equals(today.plusDays(1)) ? words.apply("when-tomorrow") : "";
    return within(text, near) || within(text, date(day));
  }

  private static boolean within(String text, String words) {
    return !words.isEmpty() && text.contains(words);
  }

  private String date(LocalDate day) {
    return words
        .apply("when-date")
        .replace("{weekday}", words.apply("day-" + lower(day.getDayOfWeek())))
        .replace("{day}", Integer.toString(day.getDayOfMonth()))
        .replace("{month}", words.apply("month-" + lower(day.getMonth())));
  }

  Optional<Recurrence> rhythm(String text) {
    return Stream.of(Recurrence.values())
        .filter(rhythm -> text.equals(words.apply("every-" + lower(rhythm))))
        .findFirst();
  }

  private static String lower(Enum<?> key) {
    return key.name().toLowerCase(Locale.ROOT);
  }
}
