package org.doorstep.cell;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.doorstep.place.Area;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One reading of one cell's file, which gathers faults as it goes. */
final class CellReading {

  private static final String MISSING_AREA =
      " looks after no place: add `outcodes: [LS6]`, or `circles`, or both, under `area`";

  private static final List<String> GROUP_KEYS =
      Stream.concat(
              Stream.of(
                  "id",
                  "name",
                  "lead",
                  "leads",
                  "stance",
                  "join",
                  "slack-channel",
                  "area",
                  "opening-hours",
                  PayingBackReading.KEY),
              Stream.of(PolicyReading.KEYS))
          .toList();

  private final Faults faults;

  CellReading(String file) {
    this.faults = new Faults(file);
  }

  CellFile read(String yaml) {
    Cell cell = root(yaml).map(this::cell).orElse(null);
    List<Fault> found = faults.inOrder();
    return cell == null || !found.isEmpty()
        ? new CellFile.Faulty(found)
        : new CellFile.Parsed(cell);
  }

  private Optional<Node> root(String yaml) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().build()).composeReader(new WholeLetters(yaml));
      if (root.isEmpty()) faults.add(1, "the file is empty: start from deploy/cells/hyde-park.yml");
      return root;
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      faults.add(
          line,
          "this is not YAML ("
              + broken.getProblem()
              + "): check the spaces before this line, and put text with : or # in quotes");
    } catch (YamlEngineException broken) {
      faults.add(1, "this is not YAML: check that it is a text file in UTF-8");
    }
    return Optional.empty();
  }

  private @Nullable Cell cell(Node root) {
    Entries file =
        new Entries(
            root,
            "the cell",
            faults,
            List.of(
                "id",
                "name",
                "zone",
                "language",
                "neighbours",
                "whatsapp",
                "sms",
                "slack",
                "officers",
                "area",
                "groups",
                "rules"));
    CellId id = file.required("id", Form.ID);
    String name = file.required("name", Form.NAME);
    var zone = file.required("zone", Form.ZONE);
    String language = file.optional("language", Form.LANGUAGE).orElse("en");
    String neighbours = file.required("neighbours", Form.SENTENCE);
    String whatsapp = file.required("whatsapp", Form.NUMBER);
    String sms = file.optional("sms", Form.NUMBER).orElse(null);
    Optional<Entries> slack = file.requiredPart("slack", "`slack`", "team", "officers-channel");
    String team = slack.map(s -> s.required("team", Form.TEAM)).orElse("");
    String channel = slack.map(s -> s.required("officers-channel", Form.CHANNEL)).orElse("");
    List<Officer> officers =
        file.parts("officers", "an officer", List.of("slack", "name"), this::officer);
    Area area = area(file, "the cell").orElse(new Area(List.of(), List.of()));
    Rules rules = RulesReading.read(file, faults);
    List<Group> groups =
        file.parts("groups", "a group", GROUP_KEYS, group -> group(group, area, rules.policy()));

    if (!file.has("area")) faults.add(root, "the cell" + MISSING_AREA);
    once(file, "officers", officers, Officer::slackUser);
    once(file, "groups", groups, Group::id);
    if (officers.isEmpty() || groups.isEmpty()) {
      if (officers.isEmpty()) {
        faults.add(
            file.at("officers"),
            "nobody would be told: add `officers`, the link officer first, then the deputy, each as"
                + " `- {slack: U0123ABCD, name: Their Name}`");
      }
      if (groups.isEmpty()) {
        faults.add(file.at("groups"), "the cell has no group: add at least one under `groups`");
      }
      return null;
    }
    return new Cell(
        id,
        name,
        zone,
        language,
        whatsapp,
        sms,
        team,
        channel,
        officers,
        groups,
        area,
        neighbours,
        rules);
  }

  private Optional<Officer> officer(Entries entries) {
    return Optional.of(
        new Officer(entries.required("slack", Form.USER), entries.required("name", Form.NAME)));
  }

  private Optional<Group> group(Entries entries, Area ofTheCell, WavePolicy usual) {
    return Optional.of(
        new Group(
            entries.required("id", Form.ID).value(),
            entries.required("name", Form.NAME),
            area(entries, "the group").orElse(ofTheCell),
            entries.optional("slack-channel", Form.CHANNEL).orElse(null),
            entries.required("lead", Form.NAME),
            entries.values("leads", Form.LEAD),
            entries.required("stance", Form.STANCE),
            PolicyReading.says(entries) ? PolicyReading.read(entries, faults, usual) : null,
            hours(entries),
            PayingBackReading.read(entries).orElse(null),
            entries.optional("join", Form.JOIN).orElse(Join.OPEN)));
  }

  private @Nullable OpeningHours hours(Entries group) {
    return group
        .part("opening-hours", "`opening-hours`", "days", "from", "to")
        .flatMap(
            part -> {
              LocalTime from = part.required("from", Form.TIME);
              LocalTime to = part.required("to", Form.TIME);
              Set<DayOfWeek> days = Set.copyOf(part.values("days", Form.DAY));
              if (from.isBefore(to)) return Optional.of(new OpeningHours(days, from, to));
              faults.add(
                  group.at("opening-hours"),
                  "`opening-hours` end before they begin: write `from` before `to`, on one day");
              return Optional.<OpeningHours>empty();
            })
        .orElse(null);
  }

  private Optional<Area> area(Entries owner, String called) {
    int before = faults.count();
    Optional<Area> area =
        owner
            .part("area", "`area`", "outcodes", "circles")
            .map(
                entries ->
                    new Area(
                        entries.values("outcodes", Form.OUTCODE),
                        entries.parts(
                            "circles",
                            "a circle",
                            List.of("latitude", "longitude", "within"),
                            this::circle)));
    area.filter(a -> a.outcodes().isEmpty() && a.circles().isEmpty() && faults.count() == before)
        .ifPresent(nowhere -> faults.add(owner.at("area"), called + MISSING_AREA));
    return area;
  }

  private Optional<Area.Circle> circle(Entries entries) {
    return Optional.of(
        new Area.Circle(
            new Point(
                entries.required("latitude", Form.LATITUDE),
                entries.required("longitude", Form.LONGITUDE)),
            entries.required("within", Form.METRES)));
  }

  private <T> void once(Entries file, String key, List<T> items, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T item : items) {
      if (!id.apply(item).isEmpty() && !seen.add(id.apply(item))) {
        faults.add(
            file.at(key), "`" + id.apply(item) + "` is in `" + key + "` twice: give each its own");
      }
    }
  }
}
