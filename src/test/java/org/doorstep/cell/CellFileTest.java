package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.doorstep.place.Area;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFileTest {

  private static final String SMALLEST =
      """
      id: small
      name: Small
      zone: Europe/London
      neighbours: Ask next door.
      whatsapp: "+447700900000"
      slack: {team: T0VILLAGE, officers-channel: C0OFFICERS}
      officers:
        - {slack: U0AMINA, name: Amina Rahman}
      area: {outcodes: [LS6]}
      groups:
        - {id: one, name: One, lead: Joan Whitaker, stance: loose}
      """;

  /** The parser reads a file in stretches: a letter of two halves may lie across two of them. */
  @Test
  void aPictureIsReadWhereverInTheFileItStands() {
    for (int shift = 0; shift < 2; shift++) {
      String yaml = SMALLEST + "# " + "x".repeat(shift) + "\uD83D\uDE00".repeat(2_000) + "\n";
      assertThat(parsed(yaml).id()).isEqualTo(new CellId("small"));
    }
  }

  @Test
  void howAGroupIsJoinedIsReadAndOpenUnlessItSaysOtherwise() throws IOException {
    String stance = "    stance: integrated";
    assertThat(parsed(village()).groups().getFirst().join()).isEqualTo(Join.OPEN);
    for (String way : List.of("open", "lead-approves", "invitation")) {
      String edited = village().replace(stance, stance + "\n    join: " + way);
      assertThat(parsed(edited).groups().getFirst().join())
          .isEqualTo(Join.valueOf(way.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
    }
    String wrong = village().replace(stance, stance + "\n    join: closed");
    assertThat(CellFile.parse("a.yml", wrong).toString())
        .contains("one of open, lead-approves and invitation");
  }

  @Test
  void aGroupsRuleForWhatIsPaidStandsBeforeTheCells() throws IOException {
    String stance = "    stance: integrated";
    String own = stance + "\n    expenses: {paid-back-by: float, at-most: £12.50}";
    Cell cell = parsed(village().replace(stance, own));
    Group group = cell.groups().getFirst();
    assertThat(cell.payingBackIn(group.id()))
        .isEqualTo(new PayingBack(PayingBack.By.FLOAT, new Money(1250)))
        .isNotEqualTo(parsed(village()).payingBackIn(group.id()));
    for (String wrong :
        List.of(
            "{paid-back-by: somebody}",
            "{at-most: £30}",
            "{paid-back-by: float, at-most: plenty}",
            "{paid-back-by: float, at-most: £-3}",
            "{paid-back-by: float, at-most: £0}",
            "{paid-back-by: float, up-to: £3}")) {
      String edited = village().replace(stance, stance + "\n    expenses: " + wrong);
      assertThat(CellFile.parse("a.yml", edited)).as(wrong).isInstanceOf(CellFile.Faulty.class);
    }
  }

  @Test
  void theVillagesCellIsReadAsItIsWritten() throws IOException {
    Cell cell = parsed(village());
    assertThat(cell.id()).isEqualTo(new CellId("hyde-park"));
    assertThat(cell.name()).isEqualTo("Hyde Park & Headingley");
    assertThat(cell.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(cell.whatsappNumber()).isEqualTo("+447700900000");
    assertThat(cell.smsNumber()).isEqualTo("+447700900010");
    assertThat(cell.safeguarding())
        .isEqualTo(
            new Safeguarding(
                List.of(
                    new Officer("U0SAIRA", "Saira Whitlock"),
                    new Officer("U0TOBY", "Toby Renshaw")),
                "C0SAFE",
                Contact.bySms("The duty desk", "+447700900801"),
                List.of(
                    new AreaContacts(null, List.of(Contact.inSlack("Ruth Alderman", "U0RUTH"))))));
    assertThat(cell.slackTeam()).isEqualTo("T0VILLAGE");
    assertThat(cell.officersChannel()).isEqualTo("C0OFFICERS");
    assertThat(cell.officers())
        .containsExactly(
            new Officer("U0AMINA", "Amina Rahman"), new Officer("U0DEREK", "Derek Oldroyd"));
    Area area = new Area(List.of("LS6", "LS4"), List.of());
    assertThat(cell.area()).isEqualTo(area);
    assertThat(cell.groups())
        .containsExactly(
            new Group(
                "hyde-park",
                "Hyde Park Neighbours",
                area,
                "C0GROUP",
                "Joan Whitaker",
                List.of("U0JOAN", "+447700900811"),
                Stance.INTEGRATED,
                null));
    assertThat(cell.rules())
        .isEqualTo(
            new Rules(
                WavePolicy.usual(
                    List.of(
                        new WaveStep(3, 800, Duration.ofMinutes(5)),
                        new WaveStep(5, 1500, Duration.ofMinutes(10)),
                        new WaveStep(10, 3000, Duration.ofMinutes(15)))),
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                Duration.ofHours(4),
                Duration.ofHours(1),
                3,
                Rules.Standby.USUAL,
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofMillis(2500),
                Duration.ofDays(30),
                Duration.ofDays(30),
                PayingBack.USUAL,
                Duration.ofDays(400),
                Rules.USUAL_NEEDS));
  }

  @Test
  void howLongAnEntryOfTheDirectoryIsFreshCanBeSaid() {
    assertThat(parsed(SMALLEST).rules().staleAfter()).isEqualTo(Duration.ofDays(180));
    assertThat(parsed(SMALLEST + "rules: {directory: {stale-after: 90d}}\n").rules().staleAfter())
        .isEqualTo(Duration.ofDays(90));
  }

  @Test
  void theExampleToCopyIsInOrder() throws IOException {
    Cell cell = parsed(Files.readString(Path.of("deploy/cells/hyde-park.yml")));
    assertThat(cell.area().circles())
        .containsExactly(new Area.Circle(new Point(53.815, -1.555), 600));
    assertThat(cell.rules())
        .as("the example shows the usual rules")
        .isEqualTo(parsed(SMALLEST).rules());
  }

  @Test
  void howThingsAreGivenIsInTheRules() {
    Cell cell =
        parsed(
            SMALLEST
                + "rules: {things: {needs: [equipment], keep-for: 14d, within: 1 km, ask-alone: 1h}}\n");
    assertThat(cell.rules().things())
        .isEqualTo(
            new ThingTerms(
                java.util.Set.of(new org.doorstep.people.Need("equipment")),
                Duration.ofDays(14),
                1000,
                Duration.ofHours(1)));
    assertThat(parsed(SMALLEST + "rules: {things: {within: 1 km}}\n").rules().things().keepFor())
        .isEqualTo(Duration.ofDays(30));
  }

  @Test
  void aGroupWithoutAnAreaLooksAfterTheWholeCell() {
    Cell cell = parsed(SMALLEST);
    assertThat(cell.groups().getFirst().area()).isEqualTo(cell.area());
  }

  @Test
  void everyFaultIsListedAtOnceWithItsLine() {
    String yaml =
        """
        id: Hyde Park
        name: Hyde Park
        zone: Europe/Leeds
        neighbors: Ask next door.
        whatsapp: 07700 900000
        slack: {team: T0VILLAGE, officers-channel: "#officers"}
        officers:
          - {slack: amina, name: Amina Rahman}
          - {slack: U0DEREK}
        area: {outcodes: [LS6 3HN]}
        groups:
          - id: one
            name: One
            lead: Joan Whitaker
            stance: friendly
        rules:
          waves:
            - {ask: 500, within: 800 m, wait: 5 parsecs}
            - {ask: 5, within: far, wait: 10m}
          quiet-hours: {from: "25:00", to: "07:30"}
          hold-at-most: 0
          nudge_after: 4h
        """;
    assertThat(faults(yaml))
        .extracting(Fault::line, fault -> named(fault))
        .containsExactlyInAnyOrder(
            tuple(1, "id"),
            tuple(1, "neighbours"),
            tuple(3, "zone"),
            tuple(4, "neighbors"),
            tuple(5, "whatsapp"),
            tuple(6, "officers-channel"),
            tuple(8, "slack"),
            tuple(9, "name"),
            tuple(10, "outcodes"),
            tuple(15, "stance"),
            tuple(18, "ask"),
            tuple(18, "wait"),
            tuple(19, "within"),
            tuple(20, "from"),
            tuple(21, "hold-at-most"),
            tuple(22, "nudge_after"));
  }

  /** The key that a fault is about. */
  private static String named(Fault fault) {
    return fault.message().replaceFirst("^`rules` has no ", "").split("`")[1];
  }

  @ParameterizedTest
  @CsvSource({"2.5s, 2500", "0s, 0", "0, 0", "5 s, 5000", "1.25s, 1250"})
  void shortTextsWaitForEachOtherAsLongAsTheCellSays(String written, long millis) {
    Cell cell = parsed(SMALLEST + "rules: {gather: " + written + "}\n");
    assertThat(cell.rules().gather()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6s", "5.5s", "2m", "3", "-1s", "soon"})
  void theyDoNotWaitForEver(String written) {
    assertThat(only(SMALLEST + "rules: {gather: " + written + "}\n").message())
        .contains("`gather` should be a pause of at most 5s");
  }

  @Test
  void aFaultSaysWhatToDo() {
    assertThat(only(SMALLEST.replace("whatsapp: \"+447700900000\"", "whatsapp: 07700 900000")))
        .hasToString(
            "cells/small.yml:5: `whatsapp` should be a phone number with its country code, such as"
                + " \"+447700900000\", not `07700 900000`");
  }

  @ParameterizedTest
  @CsvSource({
    "neighbors, neighbours",
    "Name, name",
    "officer, officers",
    "wahtsapp, whatsapp",
    "grups, groups",
    "time-zone, zone"
  })
  void aSlipInAKeyIsAnsweredWithTheKeyThatWasMeant(String slip, String meant) {
    List<Fault> faults = faults(SMALLEST + slip + ": x\n");
    assertThat(faults).hasSize(1);
    if (slip.equals("time-zone")) {
      assertThat(faults.getFirst().message()).contains("remove it, or use one of").contains(meant);
    } else {
      assertThat(faults.getFirst().message()).endsWith("did you mean `" + meant + "`?");
    }
  }

  @Test
  void aKeyThatIsThereTwiceIsAFault() {
    assertThat(only(SMALLEST + "name: Other\n"))
        .isEqualTo(new Fault("cells/small.yml", 12, "`name` is here twice: keep one"));
  }

  @Test
  void brokenYamlIsOneFaultWithItsLine() {
    Fault fault = only("id: small\nname: [Small\nzone: Europe/London\n");
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.message()).startsWith("this is not YAML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "just words",
        "[]",
        "- id: x",
        "---\na: b\n---\nc: d",
        "\u0000",
        "id: &a [*a]",
        "&a id: *a"
      })
  void whatIsNoCellIsRefusedKindly(String yaml) {
    assertThat(faults(yaml)).isNotEmpty();
  }

  @Test
  void aCellWithoutOfficersOrGroupsIsRefused() {
    assertThat(only(SMALLEST.replace("  - {slack: U0AMINA, name: Amina Rahman}\n", "")).message())
        .contains("nobody would be told");
    assertThat(only(SMALLEST.replaceAll("(?m)^  - \\{id: one.*\n", "")).message())
        .contains("has no group");
    assertThat(only(SMALLEST.replace("area: {outcodes: [LS6]}\n", "")).message())
        .contains("looks after no place");
    assertThat(only(SMALLEST.replace("outcodes: [LS6]", "outcodes: []")).message())
        .contains("looks after no place");
  }

  @Test
  void theSameOfficerOrGroupTwiceIsAFault() {
    assertThat(
            only(SMALLEST.replace("area:", "  - {slack: U0AMINA, name: Somebody Else}\narea:"))
                .message())
        .contains("`U0AMINA` is in `officers` twice");
    assertThat(
            only(SMALLEST + "  - {id: one, name: Two, lead: Sam Field, stance: loose}\n").message())
        .contains("`one` is in `groups` twice");
  }

  @Test
  void aLeadIsAMemberOfTheSlackOrANumber() {
    Cell cell =
        parsed(
            SMALLEST.replace(
                "stance: loose", "leads: [U0JOAN, \"+44 7700 900811\"], stance: loose"));
    for (Address lead :
        List.of(
            Address.slack("U0JOAN"),
            Address.slack("U0AMINA"),
            Address.whatsapp("+447700900811"),
            Address.sms("+447700900811"))) {
      assertThat(cell.leads(lead, "one")).isTrue();
    }
    for (Address other :
        List.of(
            Address.slack("+447700900811"),
            Address.whatsapp("U0JOAN"),
            Address.whatsapp("U0AMINA"),
            Address.whatsapp("+447700900812"))) {
      assertThat(cell.ledBy(other)).isEmpty();
    }
    assertThat(cell.leads(Address.slack("U0JOAN"), "two")).isFalse();
    assertThat(only(SMALLEST.replace("stance: loose", "leads: [Joan], stance: loose")).message())
        .contains("a phone number in quotes");
  }

  @Test
  void wavesGoFromNearToFar() {
    String yaml =
        SMALLEST
            + """
            rules:
              waves:
                - {ask: 3, within: 2 km, wait: 5m}
                - {ask: 3, within: 800 m, wait: 5m}
            """;
    assertThat(only(yaml).message()).contains("wave 2 reaches less far");
  }

  @Test
  void urgentRequestsAndTheNightFollowFromTheWavesWhereNothingIsSaid() {
    WavePolicy policy = parsed(SMALLEST + "rules:\n  waves:\n" + WAVE).rules().policy();
    assertThat(policy.urgent()).containsExactly(new WaveStep(8, 900, Duration.ofMinutes(2)));
    assertThat(policy.night()).isEqualTo(new WaveStep(3, 900, Duration.ofMinutes(10)));
    assertThat(policy.alone()).isEqualTo(Duration.ofMinutes(2));
  }

  private static final String WAVE = "    - {ask: 4, within: 900 m, wait: 5m}\n";

  @Test
  void aGroupMayAskItsVolunteersInItsOwnWay() {
    String own =
        SMALLEST.replace(
            "stance: loose}",
            "stance: loose, urgent-waves: [{ask: 9, within: 1 km, wait: 1m}],"
                + " night-wave: {ask: 1, within: 4 km, wait: 20m}, ask-helper-first: 0}");
    Cell cell = parsed(own + "rules:\n  waves:\n" + WAVE);
    WavePolicy policy = cell.policyOf("one");
    assertThat(policy.ordinary()).isEqualTo(cell.rules().waves());
    assertThat(policy.urgent()).containsExactly(new WaveStep(9, 1000, Duration.ofMinutes(1)));
    assertThat(policy.night()).isEqualTo(new WaveStep(1, 4000, Duration.ofMinutes(20)));
    assertThat(policy.alone()).isZero();
    assertThat(cell.policyOf("another")).isEqualTo(cell.rules().policy());
    assertThat(parsed(SMALLEST).policyOf("one")).isEqualTo(parsed(SMALLEST).rules().policy());
  }

  @Test
  void whatANeedAsksOfAVolunteerIsInTheRules() {
    assertThat(parsed(SMALLEST).rules().termsOf(new Need("lift")).travel())
        .containsExactly(Travel.CAR);
    assertThat(parsed(SMALLEST).rules().termsOf(new Need("shopping")))
        .isEqualTo(NeedTerms.plain(new Need("shopping")));
    Rules rules =
        parsed(
                SMALLEST
                    + """
                    rules:
                      needs:
                        - {need: check-in, anywhere: yes}
                        - {need: errand, people: 2}
                        - {need: home-help, badges: [dbs, trained], travel: [car, on-foot]}
                    """)
            .rules();
    assertThat(rules.termsOf(new Need("check-in")).anywhere()).isTrue();
    assertThat(rules.termsOf(new Need("check-in")).people()).isEqualTo(1);
    assertThat(rules.termsOf(new Need("errand")).people()).isEqualTo(2);
    assertThat(rules.termsOf(new Need("home-help")))
        .isEqualTo(
            new NeedTerms(
                new Need("home-help"),
                Set.of(Travel.CAR, Travel.ON_FOOT),
                Set.of("dbs", "trained"),
                false));
    assertThat(rules.termsOf(new Need("lift")).travel()).as("its own table counts").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{need: Lift}; `need` should be a kind of help",
        "{need: lift, travel: [boat]}; `travel` should be one of on-foot",
        "{need: lift, badges: [A B]}; `badges` should be a badge",
        "{need: lift, anywhere: perhaps}; `anywhere` should be yes or no",
      })
  void aNeedThatMakesNoSenseIsAFault(String need, String fault) {
    assertThat(only(SMALLEST + "rules:\n  needs:\n    - " + need + "\n").message())
        .startsWith(fault);
  }

  @Test
  void theSameNeedTwiceIsAFault() {
    assertThat(
            only(SMALLEST + "rules: {needs: [{need: lift}, {need: lift, anywhere: yes}]}\n")
                .message())
        .contains("twice");
  }

  @ParameterizedTest
  @CsvSource({
    "20m, PT20M",
    "4h, PT4H",
    "2d, PT48H",
    "5 min, PT5M",
    "1 hour, PT1H",
    "30 days, PT720H"
  })
  void timesThatPassAreWrittenAsPeopleWriteThem(String written, String meant) {
    assertThat(parsed(SMALLEST + "rules: {nudge-after: " + written + "}\n").rules().nudgeAfter())
        .isEqualTo(Duration.parse(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "-4h", "4", "4hours ago", "999999d", "1.5h", "\"\""})
  void otherTimesAreRefused(String written) {
    assertThat(only(SMALLEST + "rules: {nudge-after: " + written + "}\n").message())
        .startsWith("`nudge-after` should be a time such as 20m, 4h or 2d");
  }

  @Test
  void aMissingLineIsFeltOneAtATime() {
    for (String line : SMALLEST.lines().toList()) {
      assertThat(CellFile.parse("x", SMALLEST.replace(line + "\n", "")))
          .as("without %s", line)
          .isInstanceOf(CellFile.Faulty.class);
    }
  }

  @Test
  void aFileFromAnotherEditorIsReadTheSame() {
    assertThat(parsed("\uFEFF" + SMALLEST)).isEqualTo(parsed(SMALLEST));
    assertThat(parsed(SMALLEST.replace("\n", "\r\n"))).isEqualTo(parsed(SMALLEST));
    assertThat(parsed(SMALLEST.replace("name: Small", "name: >\n  Small")))
        .isEqualTo(parsed(SMALLEST));
  }

  @Test
  void aNameIsOneShortLine() {
    assertThat(only(SMALLEST.replace("name: Small", "name: |\n  Small\n  Town")).message())
        .startsWith("`name` should be a name of at most 60 characters, on one line");
    assertThat(only(SMALLEST.replace("name: Small", "name: " + "x".repeat(61))).message())
        .startsWith("`name` should be a name");
    assertThat(only(SMALLEST.replace("name: Small", "name: \" \"")).message())
        .startsWith("`name` should be a name");
  }

  @Test
  void twoCellsMayNotClaimTheSame() {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    cells.put("a.yml", parsed(SMALLEST));
    cells.put(
        "b.yml",
        parsed(
            SMALLEST
                .replace("id: small", "id: other")
                .replace("C0OFFICERS", "C0OTHER")
                .replace("zone:", "sms: \"+447700900000\"\nzone:")));
    cells.put(
        "c.yml",
        parsed(SMALLEST.replace("+447700900000", "+447700900003").replace("T0VILLAGE", "T0OTHER")));
    assertThat(CellFile.clashes(cells))
        .extracting(Object::toString)
        .containsExactly(
            "b.yml:1: the number +447700900000 is also in a.yml: give each its own",
            "c.yml:1: the id `small` is also in a.yml: give each its own");
  }

  private static String village() throws IOException {
    try (var in = CellFileTest.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Cell parsed(String yaml) {
    return switch (CellFile.parse("cells/small.yml", yaml)) {
      case CellFile.Parsed(Cell cell) -> cell;
      case CellFile.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(String yaml) {
    return switch (CellFile.parse("cells/small.yml", yaml)) {
      case CellFile.Parsed(Cell cell) -> List.of();
      case CellFile.Faulty(List<Fault> faults) -> faults;
    };
  }

  private static Fault only(String yaml) {
    assertThat(faults(yaml)).hasSize(1);
    return faults(yaml).getFirst();
  }
}
