package org.doorstep.village;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.Recurrence;
import org.doorstep.talk.Tap;
import org.doorstep.village.Sayings.Said;
import org.jspecify.annotations.Nullable;

/**
 * Which help comes again and again, as far as it can be told from what people read: Doorstep is not
 * asked.
 */
final class RegularMap {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /**
   * @param home the address of the phone it was arranged from
   * @param by what whoever does it each time is called; null while nobody does
   * @param next the next day that was spoken of
   * @param leftOut the day on which nobody comes
   * @param standIn the day on which somebody else is looked for
   */
  record Regular(
      String home,
      String need,
      String often,
      @Nullable Recurrence rhythm,
      @Nullable String by,
      @Nullable LocalDate next,
      @Nullable LocalDate leftOut,
      @Nullable LocalDate standIn) {

    Regular by(@Nullable String volunteer) {
      return new Regular(home, need, often, rhythm, volunteer, next, leftOut, standIn);
    }

    /** Some things take several. */
    Regular and(String volunteer) {
      return by(by == null ? volunteer : by + ", " + volunteer);
    }

    Regular without(String volunteer) {
      List<String> left =
          by == null
              ? List.of()
              : Arrays.stream(by.split(", ")).filter(one -> !one.equals(volunteer)).toList();
      return by(left.isEmpty() ? null : String.join(", ", left));
    }

    Regular next(@Nullable LocalDate day) {
      return new Regular(home, need, often, rhythm, by, day, leftOut, standIn);
    }

    Regular leftOut(@Nullable LocalDate day) {
      return new Regular(home, need, often, rhythm, by, next, day, standIn);
    }

    Regular standIn(@Nullable LocalDate day) {
      return new Regular(home, need, often, rhythm, by, next, leftOut, day);
    }

    /** Each time that has gone by is followed by another. */
    @Nullable LocalDate nextFrom(LocalDate today) {
      LocalDate first = next;
      if (first == null || rhythm == null) return first;
      LocalDate day = first;
      while (day.isBefore(today)) day = rhythm.after(day, first);
      return day;
    }
  }

  /** One of them, and the time that somebody has just tapped about. */
  private record Meant(Place place, @Nullable LocalDate day) {}

  private record Place(String home, String need) {}

  private final Sayings sayings;
  private final Neighbourhood neighbourhood;
  private final Changes changes;
  private final Map<Place, Regular> all = new LinkedHashMap<>();
  private final Map<String, Place> ids = new HashMap<>();
  private final Map<String, Meant> meant = new HashMap<>();

  RegularMap(Sayings sayings, Neighbourhood neighbourhood, Changes changes) {
    this.sayings = sayings;
    this.neighbourhood = neighbourhood;
    this.changes = changes;
  }

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  synchronized List<Regular> all() {
    return List.copyOf(all.values());
  }

  /** Doorstep's message has come to somebody. */
  synchronized void shown(String address, String text, List<Tap> taps, Instant at) {
    sayings
        .in(text)
        .ifPresent(
            said -> {
              taps.stream().findFirst().ifPresent(tap -> learn(address, said, tap));
              heard(address, said, dayOf(at));
              changes.map();
            });
  }

  /** Under which id an arrangement goes: its first request's, with another letter. */
  private void learn(String address, Said said, Tap tap) {
    String about = tap.about().split("\\.")[0];
    if (about.length() < 2) return;
    Place place = new Place(address, said.of("need"));
    switch (said.message()) {
      case "how-often" -> ids.put("s" + about.substring(1), place);
      case "yours-to-have" -> ids.put(about, place);
      case "each-time", "done-by-you" ->
          doneFor(said).ifPresent(found -> ids.putIfAbsent(about, found));
      default -> {}
    }
  }

  /** Somebody who has given no name is meant where nobody else needs the same. */
  private Optional<Place> doneFor(Said said) {
    List<Place> same = all.keySet().stream().filter(p -> p.need().equals(said.of("need"))).toList();
    return same.stream().filter(p -> same.size() == 1 || called(p, said.of("name"))).findFirst();
  }

  private boolean called(Place place, String name) {
    return neighbourhood
        .at(place.home())
        .filter(who -> who.firstName().equals(name) || who.name().equals(name))
        .isPresent();
  }

  /** Somebody tapped what stood below a message about their regular help. */
  synchronized void tapped(String address, Tap tap) {
    String[] about = tap.about().split("\\.");
    Place place = ids.get(about[0]);
    if (!tap.flow().equals("regular") || place == null || about.length < 2) return;
    meant.put(address, new Meant(place, day(about[1])));
  }

  private static @Nullable LocalDate day(String digits) {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void heard(String address, Said said, LocalDate today) {
    Place place = new Place(address, said.of("need"));
    LocalDate when = said.days().day(said.of("when"), today).orElse(null);
    switch (said.message()) {
      case "begun" -> all.put(place, begun(place, said, when));
      case "found" -> all.computeIfPresent(place, (p, r) -> r.and(said.of("volunteer")).next(when));
      case "comes", "comes-some", "looking", "goes-on" ->
          all.computeIfPresent(place, (p, r) -> r.next(when));
      case "stand-in" -> all.computeIfPresent(place, (p, r) -> r.next(when).standIn(when));
      case "left" ->
          all.computeIfPresent(place, (p, r) -> r.without(said.of("volunteer")).next(when));
      case "skipped" ->
          meant(address)
              .ifPresent(
                  m -> all.computeIfPresent(m.place(), (p, r) -> r.leftOut(m.day()).next(when)));
      case "not-then" ->
          meant(address)
              .ifPresent(m -> all.computeIfPresent(m.place(), (p, r) -> r.standIn(m.day())));
      case "ended" -> meant(address).ifPresent(m -> all.remove(m.place()));
      default -> {}
    }
  }

  private Optional<Meant> meant(String address) {
    return Optional.ofNullable(meant.remove(address));
  }

  private static Regular begun(Place place, Said said, @Nullable LocalDate when) {
    String often = said.of("often");
    Recurrence rhythm = said.days().rhythm(often).orElse(null);
    return new Regular(place.home(), place.need(), often, rhythm, null, when, null, null);
  }
}
