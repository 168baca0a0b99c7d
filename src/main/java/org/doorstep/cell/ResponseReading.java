package org.doorstep.cell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.place.Area;

/** How a cell responds, as its file says: the model, the partners, the levels. */
final class ResponseReading {

  static final List<String> KEYS =
      List.of("model", "models", "partners", "levels", "desk-waits", "contact", "call-takers");

  private final Faults faults;
  private final Area area;

  /**
   * @param area the cell's, which a partner has who names none
   */
  ResponseReading(Faults faults, Area area) {
    this.faults = faults;
    this.area = area;
  }

  Response read(Entries file) {
    Response usual = Response.USUAL;
    Optional<Entries> waits = file.part("desk-waits", "`desk-waits`", "usually", "cannot-wait");
    List<Partner> partners =
        file.parts(
            "partners",
            "a partner",
            List.of(
                "id",
                "name",
                "kind",
                "area",
                "needs",
                "slack-channel",
                "people",
                "answer-within",
                "opening-hours",
                "contact"),
            this::partner);
    once(file, partners);
    return new Response(
        file.optional("model", Form.MODEL).orElse(usual.model()),
        file.parts("models", "a part of the area", List.of("area", "model"), this::inArea),
        partners,
        file.has("levels")
            ? file.parts("levels", "a level", List.of("needs", "flags", "level"), this::rule)
            : usual.levels(),
        waits.flatMap(w -> w.optional("usually", Form.DURATION)).orElse(usual.within()),
        waits.flatMap(w -> w.optional("cannot-wait", Form.DURATION)).orElse(usual.pressingWithin()),
        file.optional("contact", Form.SENTENCE).orElse(null),
        callTakers(file));
  }

  private List<Officer> callTakers(Entries file) {
    List<Officer> all =
        file.parts(
            "call-takers",
            "a call-taker",
            List.of("slack", "name"),
            e ->
                Optional.of(
                    new Officer(e.required("slack", Form.USER), e.required("name", Form.NAME))));
    Set<String> seen = new HashSet<>();
    for (Officer one : all) {
      if (!one.slackUser().isEmpty() && !seen.add(one.slackUser())) {
        faults.add(file.at("call-takers"), Faults.twice(one.slackUser(), "call-takers"));
      }
    }
    return all;
  }

  private Optional<Partner> partner(Entries entries) {
    GroupReading places = new GroupReading(faults);
    List<String> people = entries.values("people", Form.USER);
    if (people.isEmpty()) {
      faults.add(
          entries.at("people"),
          "nobody would answer for it: add `people`, each by the id of a Slack member: [U0123ABCD]");
    }
    return Optional.of(
        new Partner(
            entries.required("id", Form.ID).value(),
            entries.required("name", Form.NAME),
            entries.required("kind", Form.PARTNER),
            places.area(entries, "the partner").orElse(area),
            Set.copyOf(entries.values("needs", Form.NEED)),
            entries.required("slack-channel", Form.CHANNEL),
            people,
            entries.optional("answer-within", Form.DURATION).orElse(null),
            places.hours(entries),
            entries.optional("contact", Form.SENTENCE).orElse(null)));
  }

  private Optional<Response.InArea> inArea(Entries entries) {
    Optional<Area> where = new GroupReading(faults).area(entries, "the model");
    Model model = entries.required("model", Form.MODEL);
    if (where.isEmpty()) faults.add(entries.at("area"), "the model" + GroupReading.MISSING_AREA);
    return where.map(a -> new Response.InArea(a, model));
  }

  private Optional<LevelRule> rule(Entries entries) {
    var needs = Set.copyOf(entries.values("needs", Form.NEED));
    var flags = Set.copyOf(entries.values("flags", Form.FLAG));
    Level level = entries.required("level", Form.LEVEL);
    if (!needs.isEmpty() || !flags.isEmpty()) {
      return Optional.of(new LevelRule(needs, flags, level));
    }
    faults.add(
        entries.at("level"),
        "a level is for nothing: add `needs: [money]`, or `flags: [no-heating]`, or both");
    return Optional.empty();
  }

  private void once(Entries file, List<Partner> partners) {
    long ids = partners.stream().map(Partner::id).distinct().count();
    long channels = partners.stream().map(Partner::slackChannel).distinct().count();
    if (ids < partners.size() || channels < partners.size()) {
      faults.add(
          file.at("partners"),
          "two partners have one id or one channel: give each its own, so that everybody knows"
              + " whom something is for");
    }
  }
}
