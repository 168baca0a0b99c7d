package org.doorstep.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;
import org.doorstep.talk.Choice;

/** What a volunteer offers, in the words of one reader. Of where they live, only roughly where. */
record OfferWords(Wording theirs) {

  static final String FLOW = "profile";

  /** All of it; what holds for everybody is said as well. */
  Map<String, String> all(Draft draft, Person who, Volunteering offer) {
    Map<String, String> values = new LinkedHashMap<>(said(who, offer));
    Availability when = offer.availability();
    values.put("home", offer.home().rough());
    values.putIfAbsent("travel", theirs.words("common.missing", Map.of()));
    values.putIfAbsent("likes", words("any-need"));
    values.putIfAbsent("languages", languages(who, Set.of()));
    values.putIfAbsent("days", words("any-day"));
    values.putIfAbsent("hours", words("any-hour"));
    Hours usual = quiet(draft);
    boolean never = usual.from().equals(usual.to());
    if (when.quiet() == null && !never) values.put("quiet", hours(List.of(usual)));
    Instant paused = offer.pausedUntil();
    if (paused != null && !offer.availableAt(draft.now())) {
      values.put(
          "paused", paused.equals(Instant.MAX) ? words("resumed") : theirs.clock(draft, paused));
    }
    Instant duty = when.onDutyUntil();
    if (duty != null && when.onDuty(draft.now())) values.put("duty", theirs.clock(draft, duty));
    return values;
  }

  /** What they have said themselves. */
  Map<String, String> said(Person who, Volunteering offer) {
    Map<String, String> values = new LinkedHashMap<>();
    Availability when = offer.availability();
    values.put("reach", theirs.distance(Distance.ofMetres(offer.reachMetres())));
    Wording.put(values, "travel", travel(offer.travel()));
    Wording.put(values, "likes", likes(offer.likes()));
    if (!offer.languages().isEmpty()) values.put("languages", languages(who, offer.languages()));
    Wording.put(values, "days", days(when.days()));
    Wording.put(values, "hours", hours(when.hours()));
    if (when.quiet() != null) values.put("quiet", hours(List.of(when.quiet())));
    Wording.put(
        values, "badges", offer.badges().stream().sorted().collect(Collectors.joining(", ")));
    return values;
  }

  /** Everybody's quiet hours. */
  static Hours quiet(Draft draft) {
    var usual = draft.cell().rules().quietHours();
    return new Hours(usual.from(), usual.to());
  }

  String days(Set<DayOfWeek> days) {
    return join(
        days.stream()
            .sorted()
            .map(day -> words("day-" + day.name().toLowerCase(Locale.ROOT) + "s"))
            .toList());
  }

  String hours(Collection<Hours> hours) {
    return join(
        hours.stream()
            .map(
                some ->
                    theirs.words(
                        FLOW + ".stretch", Map.of("from", time(some.from()), "to", end(some.to()))))
            .toList());
  }

  static String time(LocalTime time) {
    return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }

  /** The end of a day is its last hour, not the next one's first. */
  private static String end(LocalTime time) {
    return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time(time);
  }

  String travel(Set<Travel> ways) {
    return join(
        ways.stream()
            .sorted()
            .map(way -> label("travel", way.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .toList());
  }

  private String label(String slot, String key) {
    return theirs.talk().question("join", slot).choices().stream()
        .filter(choice -> choice.tap().choice().equals(key))
        .map(Choice::label)
        .findFirst()
        .orElse(key);
  }

  String likes(Set<Need> needs) {
    return join(
        needs.stream().sorted().map(need -> theirs.talk().label("needs", need.key())).toList());
  }

  /** Each by its own name, with the one that they read; of two scripts only one is named. */
  String languages(Person who, Set<String> tags) {
    List<String> all = new ArrayList<>(List.of(who.language()));
    tags.stream().sorted().filter(tag -> !all.contains(tag)).forEach(all::add);
    return join(
        all.stream()
            .filter(tag -> all.stream().noneMatch(other -> tag.startsWith(other + "-")))
            .map(tag -> theirs.talk().label("languages", tag))
            .toList());
  }

  private String join(List<String> some) {
    if (some.size() < 2) return String.join("", some);
    String first = some.getFirst();
    for (String next : some.subList(1, some.size() - 1)) first = both("more", first, next);
    return both("two", first, some.getLast());
  }

  private String both(String how, String first, String last) {
    return theirs.words(FLOW + "." + how, Map.of("first", first, "last", last));
  }

  private String words(String id) {
    return theirs.words(FLOW + "." + id, Map.of());
  }
}
