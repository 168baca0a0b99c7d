package org.doorstep.cell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.people.InSlack;
import org.doorstep.place.Area;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** One reading of a cell's file and of its groups' own, which gathers faults as it goes. */
final class CellReading {

  private static final List<String> KEYS =
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
          "rules");

  private final Faults faults;
  private final GroupsReading groups = new GroupsReading();

  CellReading(String file) {
    this.faults = new Faults(file);
  }

  CellFile read(String yaml, SequencedMap<String, String> ownFiles) {
    Cell cell =
        Yaml.root(yaml, faults, "deploy/cells/hyde-park.yml")
            .map(root -> cell(root, ownFiles))
            .orElse(null);
    List<Fault> ofTheirOwn = groups.faults();
    List<Fault> found = new ArrayList<>(faults.inOrder());
    found.addAll(ofTheirOwn);
    return cell == null || !found.isEmpty()
        ? new CellFile.Faulty(found)
        : new CellFile.Parsed(cell);
  }

  private @Nullable Cell cell(Node root, SequencedMap<String, String> ownFiles) {
    Entries file =
        new Entries(
            root,
            "the cell",
            faults,
            Stream.of(
                    KEYS,
                    ResponseReading.KEYS,
                    List.of(PrivacyReading.KEY),
                    SafeguardingReading.KEYS)
                .flatMap(List::stream)
                .toList());
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
        file.parts("officers", "an officer", List.of("slack", "name", "phone"), this::officer);
    Area area =
        new GroupReading(faults).area(file, "the cell").orElse(new Area(List.of(), List.of()));
    Rules rules = RulesReading.read(file, faults);
    Response response = new ResponseReading(faults, area).read(file);
    Safeguarding safeguarding = new SafeguardingReading(faults, sms).read(file, channel);
    groups.inTheCellsFile(file, faults, area, rules.policy());
    ownFiles.forEach((path, text) -> groups.ofItsOwn(path, text, area, rules.policy()));
    List<Group> all = groups.all();

    ownTwice(file, team, "groups", all.stream().flatMap(g -> Stream.ofNullable(g.slackChannel())));
    ownTwice(file, team, "partners", response.partners().stream().map(Partner::slackChannel));
    if (!file.has("area")) faults.add(root, "the cell" + GroupReading.MISSING_AREA);
    once(file, officers);
    if (officers.isEmpty() || all.isEmpty()) {
      if (officers.isEmpty()) {
        faults.add(
            file.at("officers"),
            "nobody would be told: add `officers`, the link officer first, then the deputy, each as"
                + " `- {slack: U0123ABCD, name: Their Name}`");
      }
      if (all.isEmpty()) {
        faults.add(
            file.at("groups"),
            "the cell has no group: add at least one under `groups`, or in a file of its own");
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
        all,
        area,
        neighbours,
        rules,
        response,
        PrivacyReading.read(file, rules.keepClosedFor()),
        safeguarding);
  }

  private Optional<Officer> officer(Entries entries) {
    return Optional.of(
        new Officer(
            entries.required("slack", Form.USER),
            entries.required("name", Form.NAME),
            entries.optional("phone", Form.PHONE).orElse(null)));
  }

  /** The cell's own workspace goes without saying: else one member would be two people. */
  private void ownTwice(Entries file, String team, String key, Stream<String> channels) {
    if (team.isEmpty()) return;
    if (channels.anyMatch(c -> team.equals(InSlack.read(c).team()))) {
      faults.add(
          file.at(key), "`slack: {team: " + team + "}` is the cell's own: leave it out here");
    }
  }

  private void once(Entries file, List<Officer> officers) {
    Set<String> seen = new HashSet<>();
    for (Officer officer : officers) {
      if (!officer.slackUser().isEmpty() && !seen.add(officer.slackUser())) {
        faults.add(file.at("officers"), Faults.twice(officer.slackUser(), "officers"));
      }
    }
  }
}
