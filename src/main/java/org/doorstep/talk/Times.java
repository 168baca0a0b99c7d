package org.doorstep.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;

/** Times in words, put together from the messages {@code common.when-…}. */
final class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final Library library;

  Times(Library library) {
    this.library = library;
  }

  String say(When when, Instant now, ZoneId zone) {
    if (when.asap()) return words("when-asap", Map.of());
    String said = day(when, now.atZone(zone).toLocalDate());
    Map<String, String> values = new HashMap<>();
    values.put("day", said);
    if (when.time() != null) {
      values.put("time", CLOCK.format(when.time()));
      said = words(said.isEmpty() ? "when-clock" : "when-time", values);
    } else if (when.part() != null) {
      values.put("part", words(part(when.part()), Map.of()));
      said = words(said.isEmpty() ? "when-part-only" : "when-part", values);
    }
    if (when.by() && !said.isEmpty()) said = words("when-by", Map.of("when", said));
    if (when.recurring() != null) {
      String often = words("every-" + when.recurring().name().toLowerCase(Locale.ROOT), Map.of());
      said = said.isEmpty() ? often : words("when-often", Map.of("when", said, "often", often));
    }
    return said.isEmpty() ? words("when-any", Map.of()) : said;
  }

  private String day(When when, LocalDate today) {
    LocalDate date = when.date();
    if (date == null) return "";
    if (date.equals(today)) return words("when-today", Map.of());
    if (date.equals(today.plusDays(1))) return words("when-tomorrow", Map.of());
    return words(
        "when-date",
        Map.of(
            "weekday", name("day-", date.getDayOfWeek()),
            "day", Integer.toString(date.getDayOfMonth()),
            "month", name("month-", date.getMonth())));
  }

  private static String part(PartOfDay part) {
    return switch (part) {
      case MORNING -> "part-morning";
      case AFTERNOON -> "part-afternoon";
      case EVENING -> "part-evening";
      case NIGHT -> "part-night";
    };
  }

  private String name(String kind, Enum<?> which) {
    return words(kind + which.name().toLowerCase(Locale.ROOT), Map.of());
  }

  private String words(String key, Map<String, String> values) {
    return Phrase.fill(library.common(key).say(), values);
  }
}
