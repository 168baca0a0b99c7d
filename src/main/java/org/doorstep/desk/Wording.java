package org.doorstep.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.doorstep.help.When;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.Distance;
import org.doorstep.place.Point;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/** What stands in the braces of a text, and so what each kind of reader gets to see. */
final class Wording {

  private final Talk talk;

  Wording(Talk talk) {
    this.talk = talk;
  }

  /** As somebody reads it: in the language they chose. */
  Wording to(Draft draft, PersonId reader) {
    return draft.person(reader).map(p -> in(p.language())).orElseGet(() -> toCell(draft));
  }

  /** As officers and the groups' channels read it. */
  Wording toCell(Draft draft) {
    return in(draft.cell().language());
  }

  Wording in(String language) {
    return new Wording(talk.in(language));
  }

  Talk talk() {
    return talk;
  }

  Utterance say(String id) {
    return say(id, Map.of());
  }

  Utterance say(String id, Map<String, String> values) {
    return say(id, "", values);
  }

  /**
   * @param about what its taps are about
   */
  Utterance say(String id, String about, Map<String, String> values) {
    return talk.say(id, about, values);
  }

  String words(String id, Map<String, String> values) {
    return talk.words(id, values);
  }

  /** For anyone: the need, roughly where, and when. Nothing about whom. */
  Map<String, String> open(Draft draft, HelpRequest request) {
    Particulars p = request.particulars();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("need", need(p));
    put(values, "also", also(p));
    if (p.people() > 1) values.put("people", Integer.toString(p.people()));
    values.put("when", when(draft, p));
    values.put("place", p.place().rough());
    values.put("group", draft.cell().groupFor(p.place()).name());
    values.put("coordinator", coordinator(draft));
    values.put("about", JobRef.to(request).about());
    return values;
  }

  /** For a volunteer who is asked. */
  Map<String, String> offered(Draft draft, HelpRequest request, Distance distance) {
    Map<String, String> values = open(draft, request);
    values.put("distance", distance(distance));
    return values;
  }

  /** For the one who has it: the name, the address, the resident's own words. */
  Map<String, String> held(Draft draft, HelpRequest request) {
    Particulars p = request.particulars();
    Map<String, String> values = open(draft, request);
    values.put("name", name(draft, p.resident()));
    values.put("address", p.place().written());
    if (p.place().exact()) values.put("map", map(p.place().point()));
    put(values, "words", p.words());
    put(values, "details", p.details());
    put(values, "note", p.note());
    put(values, "flags", flags(p));
    if (!p.forWhom().equals("self")) values.put("for", p.forWhom());
    return values;
  }

  private String flags(Particulars p) {
    return p.flags().stream()
        .sorted()
        .map(flag -> talk.label("flags", flag.key()))
        .collect(Collectors.joining(", "));
  }

  /** Rounded, so that it does not give a house away. */
  String distance(Distance distance) {
    int metres = distance.roughMetres();
    String id = metres < 1000 ? "metres" : metres % 1000 == 0 ? "kilometres" : "kilometres-half";
    int number = metres < 1000 ? metres : metres / 1000;
    return talk.words("common.distance-" + id, Map.of("number", Integer.toString(number)));
  }

  /** A link, since a pin has no address to write down. */
  private static String map(Point point) {
    return String.format(
        Locale.ROOT,
        "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=18/%1$.5f/%2$.5f",
        point.latitude(),
        point.longitude());
  }

  String need(Particulars p) {
    return talk.label("needs", p.need().key());
  }

  private String also(Particulars p) {
    return p.linked().stream()
        .map(linked -> talk.label("needs", linked.need().key()))
        .collect(Collectors.joining(", "));
  }

  String when(Draft draft, Particulars p) {
    return talk.when(p.when(), draft.now(), draft.cell().zone());
  }

  /** An instant, to the minute, in the cell's local time. */
  String clock(Draft draft, Instant at) {
    ZonedDateTime local = at.atZone(draft.cell().zone());
    LocalTime time = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    When when = new When(local.toLocalDate(), null, time, false, false, null);
    return talk.when(when, draft.now(), draft.cell().zone());
  }

  /** What somebody is called, or "a resident", "a volunteer". */
  String name(Draft draft, PersonId id) {
    return draft
        .person(id)
        .map(this::name)
        .orElseGet(() -> talk.words("common.a-resident", Map.of()));
  }

  String name(Person person) {
    if (person.name() != null) return person.name();
    boolean volunteer = person.volunteering() != null;
    return talk.words(volunteer ? "common.a-volunteer" : "common.a-resident", Map.of());
  }

  String coordinator(Draft draft) {
    return draft.cell().officers().getFirst().name();
  }

  /** One line a job, for lists. */
  String line(Draft draft, HelpRequest request) {
    return talk.words("job.line", open(draft, request));
  }

  String lines(Draft draft, List<HelpRequest> requests) {
    return requests.stream().map(r -> line(draft, r)).collect(Collectors.joining("\n"));
  }

  static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) values.put(key, value);
  }
}
