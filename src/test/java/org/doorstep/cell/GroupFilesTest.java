package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A group may have a file of its own, with all that it may set in its cell's. */
class GroupFilesTest {

  private static final String CELL =
      """
      id: leeds
      name: Leeds
      zone: Europe/London
      neighbours: leeds.example
      whatsapp: "+447700900000"
      slack: {team: T0123ABCD, officers-channel: C0123ABCD}
      officers: [{slack: U0AMINA, name: Amina Rahman}]
      area: {outcodes: [LS6, LS4]}
      groups:
        - {id: one, name: The first, lead: Sam Field, leads: [U0SAM, "+447700900821"], stance: loose}
      """;

  private static final String FULL =
      """
      id: hyde-park
      name: Hyde Park Neighbours
      lead: Joan Whitaker
      leads: [U0JOAN, "+447700900811"]
      stance: integrated
      join: lead-approves
      slack-channel: C0456EFGH
      opening-hours: {days: [monday], from: "09:00", to: "17:00"}
      expenses: {paid-back-by: float, at-most: £12}
      area: {outcodes: [LS4]}
      waves:
        - {ask: 7, within: 900 m, wait: 6m}
      """;

  private static CellFile read(String cell, String... groups) {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < groups.length; i++) files.put("leeds/" + (i + 1) + ".yml", groups[i]);
    return CellFile.parse("leeds.yml", cell, files);
  }

  private static Cell cell(String cell, String... groups) {
    CellFile read = read(cell, groups);
    assertThat(read).isInstanceOf(CellFile.Parsed.class);
    return ((CellFile.Parsed) read).cell();
  }

  private static List<String> wrong(String cell, String... groups) {
    return read(cell, groups) instanceof CellFile.Faulty faulty
        ? faulty.faults().stream().map(Fault::toString).toList()
        : List.of();
  }

  @Test
  void itIsReadAsInTheCellsFileAndComesAfterTheOnesThere() {
    Cell cell = cell(CELL, FULL);
    String inside = CELL + "  - " + FULL.strip().replace("\n", "\n    ") + "\n";
    assertThat(cell).isEqualTo(cell(inside));
    assertThat(cell.groups()).extracting(Group::id).containsExactly("one", "hyde-park");
    Group group = cell.groups().getLast();
    assertThat(group.join()).isEqualTo(Join.LEAD_APPROVES);
    assertThat(cell.policyOf("hyde-park").ordinary())
        .containsExactly(new WaveStep(7, 900, Duration.ofMinutes(6)));
  }

  @Test
  void allGroupsMayHaveTheirOwn() {
    String without = CELL.substring(0, CELL.indexOf("groups:"));
    assertThat(cell(without, FULL).groups()).extracting(Group::id).containsExactly("hyde-park");
    assertThat(wrong(without)).singleElement().asString().contains("no group", "file of its own");
  }

  @Test
  void whatItDoesNotSayIsTheCells() {
    Cell cell = cell(CELL, "id: two\nname: Two\nlead: Kim Lee\nstance: loose\n");
    assertThat(cell.groups().getLast().area()).isEqualTo(cell.area());
    assertThat(cell.policyOf("two")).isEqualTo(cell.rules().policy());
  }

  @Test
  void aMistakeIsNamedWithTheGroupsOwnFileAndLine() {
    assertThat(wrong(CELL, FULL.replace("join: lead-approves", "join: maybe"), "", "a: [b"))
        .satisfiesExactly(
            join -> assertThat(join).startsWith("leeds/1.yml:6: `join` should be"),
            empty -> assertThat(empty).startsWith("leeds/2.yml:1: the file is empty"),
            broken -> assertThat(broken).startsWith("leeds/3.yml:").contains("not YAML"));
    assertThat(wrong(CELL, FULL + "zone: Europe/London\n"))
        .singleElement()
        .asString()
        .startsWith("leeds/1.yml:13: the group has no `zone`");
  }

  @Test
  void mistakesInAllFilesAreToldTogether() {
    assertThat(wrong(CELL.replace("Europe/London", "Leeds"), FULL.replace("loose", "x") + "x: y\n"))
        .hasSize(2);
  }

  @Test
  void oneIdInTwoFilesIsAMistakeAndBothPlacesAreNamed() {
    assertThat(wrong(CELL, FULL.replace("id: hyde-park", "id: one")))
        .containsExactly("leeds/1.yml:1: `one` stands in leeds.yml:10 as well: give each its own");
    assertThat(wrong(CELL, FULL, FULL.replaceAll("leads.*\n", "")))
        .containsExactly(
            "leeds/2.yml:1: `hyde-park` stands in leeds/1.yml:1 as well: give each its own");
  }

  /** A number is somebody's, and what is wrong is logged. */
  @Test
  void oneLeadInTwoFilesIsAMistakeAndTheNumberIsNotTold() {
    String other = FULL.replace("hyde-park", "other").replace("U0JOAN, ", "");
    assertThat(wrong(CELL, FULL, other))
        .containsExactly(
            "leeds/2.yml:4: the lead with …811 stands in leeds/1.yml:4 as well: keep one, or put"
                + " both groups into the cell's file");
    assertThat(wrong(CELL, FULL.replace("U0JOAN", "U0SAM")))
        .singleElement()
        .asString()
        .startsWith("leeds/1.yml:4: the lead `U0SAM` stands in leeds.yml:10 as well");
    assertThat(wrong(CELL, FULL.replace("\"+447700900811\"", "\"07700 900811\"")))
        .singleElement()
        .asString()
        .doesNotContain("900811");
  }

  @Test
  void inTheCellsOwnFileOneMayLeadSeveral() {
    String two = "  - {id: two, name: Two, lead: Sam Field, leads: [U0SAM], stance: loose}\n";
    assertThat(wrong(CELL + two)).isEmpty();
  }

  @Test
  void whatCannotChangeInFlightIsToldWithItsLineAndReason() {
    Cell before = cell(CELL);
    String edit =
        CELL.replace("id: leeds", "id: york")
            .replace("Europe/London", "Europe/Paris")
            .replace("00\"", "09\"")
            .replace("slack: {team: T0123ABCD", "sms: \"+447700900008\"\nslack: {team: T0123ABCE")
            .replace("id: one", "id: two");
    List<String> held =
        CellFile.heldFast("leeds.yml", edit, before, cell(edit)).stream()
            .map(Fault::toString)
            .toList();
    assertThat(held)
        .satisfiesExactly(
            id -> assertThat(id).startsWith("leeds.yml:1: `id` cannot change").contains("`leeds`"),
            zone -> assertThat(zone).startsWith("leeds.yml:3: `zone` cannot change"),
            number -> assertThat(number).startsWith("leeds.yml:5: `whatsapp` cannot change"),
            sms -> assertThat(sms).startsWith("leeds.yml:6: `sms` cannot change"),
            slack -> assertThat(slack).startsWith("leeds.yml:7: `slack` cannot change"),
            group -> assertThat(group).startsWith("leeds.yml:10: the group `one` is gone"));
    assertThat(held).allMatch(fault -> fault.contains("put it back"));
  }

  @Test
  void everythingElseMayChange() {
    String edit =
        CELL.replace("name: Leeds", "name: Leeds and around")
                .replace("officers-channel: C0123ABCD", "officers-channel: C0123ABCE")
                .replace("Amina", "Anna")
                .replace("loose", "integrated")
            + "rules: {hold-at-most: 5}\n";
    assertThat(CellFile.heldFast("leeds.yml", edit, cell(CELL), cell(edit, FULL))).isEmpty();
  }
}
