package org.doorstep.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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
import org.doorstep.people.Hours;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The schedules of a service. What repeats weekly is known hour by hour; anything else only in
 * words.
 *
 * @param words null where the openings say it all, or nothing is said
 */
record HsdsHours(List<Opening> openings, @Nullable String words) {

  /** A day has no more stretches. */
  private static final int MOST = 30;

  /** {@code MO}, {@code 2TU} (the second of a month), {@code Monday}. */
  private static final Pattern DAY = Pattern.compile("([+-]?[0-9]?)([A-Z]{2})[A-Z]*");

  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  /** Where a place has schedules of its own, these are meant. */
  static HsdsHours of(JsonNode record, @Nullable JsonNode at, LocalDate today) {
    List<JsonNode> there = at == null ? List.of() : schedules(at, today);
    List<JsonNode> all = there.isEmpty() ? schedules(record, today) : there;
    List<Opening> openings = new ArrayList<>();
    boolean known = true;
    for (JsonNode schedule : all) {
      Optional<Opening> opening = opening(schedule);
      if (opening.isPresent()) openings.add(opening.get());
      else known = false;
    }
    if (known && !openings.isEmpty()) return new HsdsHours(List.copyOf(openings), null);
    String words =
        all.stream()
            .flatMap(s -> Stream.ofNullable(Hsds.first(text(s, "description"), text(s, "notes"))))
            .flatMap(some -> Stream.ofNullable(Tidy.sentence(some, Tidy.HOURS)))
            .findFirst()
            .orElse(null);
    return words == null && !openings.isEmpty()
        ? new HsdsHours(List.copyOf(openings), null)
        : new HsdsHours(List.of(), words);
  }

  private static List<JsonNode> schedules(JsonNode in, LocalDate today) {
    return Stream.concat(
            Hsds.list(in, "schedules", "regular_schedules", "regular_schedule"),
            Hsds.list(in.path("location"), "schedules", "regular_schedules"))
        .filter(JsonNode::isObject)
        .filter(s -> counts(s, today))
        .limit(MOST)
        .toList();
  }

  /** What is for holidays alone has a last day, and mostly it has gone by. */
  private static boolean counts(JsonNode schedule, LocalDate today) {
    Optional<LocalDate> from = day(schedule, "valid_from");
    Optional<LocalDate> to = day(schedule, "valid_to");
    return from.filter(today::isBefore).isEmpty() && to.filter(today::isAfter).isEmpty();
  }

  private static Optional<LocalDate> day(JsonNode schedule, String field) {
    String day = text(schedule, field);
    return day == null ? Optional.empty() : Tidy.day(day);
  }

  private static Optional<Opening> opening(JsonNode schedule) {
    String often = text(schedule, "freq");
    String interval = text(schedule, "interval");
    boolean weekly =
        (often == null || often.equalsIgnoreCase("WEEKLY") || often.equalsIgnoreCase("DAILY"))
            && (interval == null || interval.equals("1"));
    LocalTime from = time(text(schedule, "opens_at"));
    LocalTime to = time(text(schedule, "closes_at"));
    Set<DayOfWeek> days = days(Hsds.first(text(schedule, "byday"), text(schedule, "weekday")));
    if (days.isEmpty() && often != null && often.equalsIgnoreCase("DAILY")) {
      days = EnumSet.allOf(DayOfWeek.class);
    }
    if (!weekly || from == null || to == null || days.isEmpty()) return Optional.empty();
    // "00:00 to 23:59" is how HSDS says all day
    boolean late = to.getHour() == 23 && to.getMinute() == 59;
    return Optional.of(new Opening(days, new Hours(from, late ? LocalTime.MIDNIGHT : to)));
  }

  private static Set<DayOfWeek> days(@Nullable String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (text == null) return days;
    for (String each : text.toUpperCase(Locale.ROOT).split("[,;\\s]+")) {
      Matcher day = DAY.matcher(each);
      int at = day.matches() ? DAYS.indexOf(day.group(2)) : -1;
      if (at < 0 || !day.group(1).isEmpty()) return EnumSet.noneOf(DayOfWeek.class);
      days.add(DayOfWeek.of(at + 1));
    }
    return days;
  }

  private static @Nullable LocalTime time(@Nullable String text) {
    if (text == null) return null;
    String plain = text.replaceFirst("^.*T", "").replaceFirst("(?:Z|[+-][0-9:]+)$", "");
    if (plain.matches("[0-9]:.*")) plain = "0" + plain;
    if (plain.startsWith("24:00")) return LocalTime.MIDNIGHT;
    try {
      return LocalTime.parse(plain).withSecond(0).withNano(0);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable String text(JsonNode in, String field) {
    return Hsds.text(in, field);
  }
}
