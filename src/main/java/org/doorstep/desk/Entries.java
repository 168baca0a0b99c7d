package org.doorstep.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.Opening;
import org.doorstep.bridge.Signpost;
import org.doorstep.people.Hours;

/** Entries of the directory, in the words of one reader. */
record Entries(Wording theirs) {

  /** So that a list fits into one message, with what stands around it. */
  private static final int LONGEST = 1_250;

  private static final int WEEK = 7;

  /** Fewer days in a row are named one by one. */
  private static final int RUN = 3;

  /** Numbered from 1; as many as fit. */
  List<String> list(Draft draft, List<Signpost> posts) {
    List<String> all = new ArrayList<>();
    int length = 0;
    for (Signpost post : posts) {
      String entry = entry(draft, post, all.size() + 1);
      length += entry.length() + 2;
      if (!all.isEmpty() && length > LONGEST) break;
      all.add(entry);
    }
    return all;
  }

  private String entry(Draft draft, Signpost post, int number) {
    Listing service = post.listed().service();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", Integer.toString(number));
    values.put("name", service.name());
    Wording.put(values, "about", service.about());
    Wording.put(values, "phone", service.phone());
    Wording.put(values, "web", service.web());
    Wording.put(values, "where", service.where());
    if (post.distance() != null) values.put("distance", theirs.distance(post.distance()));
    Wording.put(values, "hours", service.openings().isEmpty() ? service.hours() : hours(service));
    Wording.put(values, "now", now(post.door()));
    if (service.delivers()) values.put("delivers", words("delivers"));
    LocalDate today = draft.now().atZone(draft.cell().zone()).toLocalDate();
    if (service.stale(today, draft.cell().rules().staleAfter())) {
      values.put("checked", checked(service, today));
    }
    if (post.listed().doubted()) values.put("doubt", words("doubt"));
    return theirs.words(Signposts.FLOW + ".entry", values);
  }

  private String now(Listing.Door door) {
    return switch (door) {
      case OPEN -> words("open-now");
      case SHUT -> words("shut-now");
      case UNKNOWN -> "";
    };
  }

  private String checked(Listing service, LocalDate today) {
    LocalDate checked = service.checked();
    if (checked == null) return words("checked-never");
    long months = ChronoUnit.MONTHS.between(checked, today);
    return months < 2
        ? words("checked-lately")
        : words("checked", Map.of("months", Long.toString(months)));
  }

  /** "Mondays to Fridays 09:00-17:00; Saturdays 10:00-13:00". */
  private String hours(Listing service) {
    Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
    for (Opening opening : service.openings()) {
      for (DayOfWeek day : opening.days()) {
        List<Hours> hours = byDay.computeIfAbsent(day, d -> new ArrayList<>());
        if (!hours.contains(opening.hours())) hours.add(opening.hours());
      }
    }
    Map<List<Hours>, Set<DayOfWeek>> alike = new LinkedHashMap<>();
    byDay.forEach(
        (day, hours) ->
            alike.computeIfAbsent(hours, h -> EnumSet.noneOf(DayOfWeek.class)).add(day));
    return alike.entrySet().stream()
        .map(
            each ->
                words(
                    "opening",
                    Map.of("days", days(each.getValue()), "hours", stretches(each.getKey()))))
        .collect(Collectors.joining("; "));
  }

  private String stretches(List<Hours> hours) {
    boolean allDay = hours.stream().anyMatch(some -> some.from().equals(some.to()));
    return allDay ? words("all-day") : new OfferWords(theirs).hours(hours);
  }

  private String days(Set<DayOfWeek> days) {
    if (days.size() == WEEK) return words("every-day");
    List<DayOfWeek> sorted = days.stream().sorted().toList();
    DayOfWeek first = sorted.getFirst();
    DayOfWeek last = sorted.getLast();
    boolean run = last.getValue() - first.getValue() == sorted.size() - 1;
    if (!run || sorted.size() < RUN) return new OfferWords(theirs).days(days);
    return words("days-to", Map.of("first", day(first), "last", day(last)));
  }

  private String day(DayOfWeek day) {
    return theirs.words("common.day-" + day.name().toLowerCase(Locale.ROOT), Map.of());
  }

  private String words(String id) {
    return words(id, Map.of());
  }

  private String words(String id, Map<String, String> values) {
    return theirs.words(Signposts.FLOW + "." + id, values);
  }
}
