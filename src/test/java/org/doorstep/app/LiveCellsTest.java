package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Join;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of cells and groups are edited while people write to them. */
class LiveCellsTest {

  private static final String OWN = "hyde-park/students.yml";
  private static final String STUDENTS =
      """
      id: students
      name: Students
      lead: Kim Lee
      stance: loose
      area: {outcodes: [LS4]}
      """;

  @TempDir Path folder;
  private LiveCells cells;
  private int edits;

  @BeforeEach
  void write() throws IOException {
    String demo = Texts.bundled("/village/cells/hyde-park.yml").values().iterator().next();
    edit("hyde-park.yml", demo);
    edit("armley.yml", armley(demo));
    edit(OWN, STUDENTS);
    edit("..data/hyde-park.yml", demo); // as a mounted folder has it
    Cells read = ((Checked.Fine<Cells>) Cells.of(Texts.under(folder))).thing();
    cells = new LiveCells(Optional.of(folder), read);
  }

  /** Another cell, which shares nothing with the village's that tells cells apart. */
  static String armley(String demo) {
    return demo.replace("id: hyde-park\nname", "id: armley\nname")
        .replace("+447700900000", "+447700900001")
        .replace("+447700900010", "+447700900011")
        .replace("C0", "C1");
  }

  private void edit(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH.plusSeconds(++edits)));
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    edit(file, text.replace(from, to));
  }

  private Cell cell(String id) {
    return cells.now().all().stream()
        .filter(c -> c.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Join students() {
    return cell("hyde-park").group("students").orElseThrow().join();
  }

  @Test
  void nothingIsSaidOfWhatNobodyEdited() {
    assertThat(cells.look()).isEmpty();
    assertThat(cells.refused()).isEmpty();
  }

  @Test
  void anEditOfAGroupsOwnFileCountsAtOnce() throws IOException {
    Cell old = cell("hyde-park");
    edit(OWN, STUDENTS + "join: invitation\n");
    assertThat(cells.look()).isEmpty();
    assertThat(students()).isEqualTo(Join.INVITATION);
    assertThat(cells.now(old)).isSameAs(cell("hyde-park"));
    assertThat(cells.ofNumber("+447700900000")).contains(cell("hyde-park"));
    assertThat(cells.ofSlack("T0VILLAGE", "C0GROUP")).contains(cell("hyde-park"));
    assertThat(old.group("students").orElseThrow().join()).as("not half").isEqualTo(Join.OPEN);
  }

  @Test
  void aNewGroupIsThereAtOnce() throws IOException {
    edit("hyde-park/more.yml", STUDENTS.replace("students", "more"));
    cells.look();
    assertThat(cell("hyde-park").group("more")).isPresent();
  }

  @Test
  void aBadEditIsToldOnceAndTheOldOneStaysUntilItIsPutRight() throws IOException {
    edit(OWN, STUDENTS + "join: maybe\nstanse: loose\n");
    LiveCells.News news = cells.look().getFirst();
    assertThat(news.cell().value()).isEqualTo("hyde-park");
    assertThat(news.refused())
        .satisfiesExactly(
            join -> assertThat(join).startsWith(OWN + ":6: `join` should be"),
            slip -> assertThat(slip).startsWith(OWN + ":7:").contains("did you mean `stance`?"));
    assertThat(cells.refused()).isEqualTo(news.refused());
    assertThat(students()).isEqualTo(Join.OPEN);
    assertThat(cells.look()).isEmpty();

    edit(OWN, STUDENTS + "join: lead-approves\n");
    LiveCells.News right = cells.look().getFirst();
    assertThat(right.refused()).isEmpty();
    assertThat(right.edit()).isNotEqualTo(news.edit());
    assertThat(students()).isEqualTo(Join.LEAD_APPROVES);
    assertThat(cells.refused()).isEmpty();
  }

  @Test
  void aMistakeInOneCellKeepsNoOtherFromBeingEdited() throws IOException {
    edit(OWN, STUDENTS.replace("stance: loose", "stance: lose"));
    edit("armley.yml", "hold-at-most: 3", "hold-at-most: 4");
    List<LiveCells.News> news = cells.look();
    assertThat(news).extracting(n -> n.cell().value()).containsExactly("hyde-park");
    assertThat(cell("armley").rules().holdAtMost()).isEqualTo(4);
  }

  @Test
  void whatCannotChangeInFlightIsRefusedWithTheReason() throws IOException {
    edit("hyde-park.yml", "zone: Europe/London", "zone: Europe/Paris");
    edit("hyde-park.yml", "hold-at-most: 3", "hold-at-most: 4");
    assertThat(cells.look().getFirst().refused())
        .singleElement()
        .asString()
        .startsWith("hyde-park.yml:4: `zone` cannot change");
    assertThat(cell("hyde-park").rules().holdAtMost()).as("nor the rest").isEqualTo(3);
    edit("hyde-park.yml", "zone: Europe/Paris", "zone: Europe/London");
    cells.look();
    assertThat(cell("hyde-park").rules().holdAtMost()).isEqualTo(4);
  }

  /** It is moved by taking it away here and putting it there. */
  @Test
  void aGroupThatIsGoneIsRefusedUntilItStandsSomewhere() throws IOException {
    Files.delete(folder.resolve(OWN));
    assertThat(cells.look().getFirst().refused())
        .singleElement()
        .asString()
        .contains("the group `students` is gone");
    assertThat(cell("hyde-park").group("students")).isPresent();
    edit("hyde-park/elsewhere.yml", STUDENTS);
    assertThat(cells.look().getFirst().refused()).isEmpty();
  }

  @Test
  void cellsNeitherComeNorGo() throws IOException {
    Files.delete(folder.resolve("armley.yml"));
    edit("york.yml", "id: york\n");
    edit("leeds/some.yml", STUDENTS);
    assertThat(cells.look())
        .singleElement()
        .satisfies(
            news ->
                assertThat(news.refused())
                    .containsExactly(
                        "armley.yml:1: the file is gone, and the cell is being worked: put it"
                            + " back"));
    assertThat(cells.refused())
        .anyMatch(f -> f.startsWith("york.yml:1: a new cell is worked once"))
        .anyMatch(f -> f.startsWith("leeds/some.yml:1: there is no cell file leeds.yml"));
    assertThat(cells.now().all()).hasSize(2);
  }

  @Test
  void whatTellsCellsApartMayNotBeTakenByAnEdit() throws IOException {
    edit("hyde-park.yml", "officers-channel: C0OFFICERS", "officers-channel: C1OFFICERS");
    assertThat(cells.look().getFirst().refused())
        .containsExactly(
            "hyde-park.yml:1: the channel C1OFFICERS of T0VILLAGE is in armley.yml as well");
    assertThat(cell("hyde-park").officersChannel()).isEqualTo("C0OFFICERS");
  }

  @Test
  void withoutAFolderNothingChanges() {
    LiveCells fixed = new LiveCells(Optional.empty(), cells.now());
    assertThat(fixed.look()).isEmpty();
    assertThat(fixed.now()).isEqualTo(cells.now());
  }

  @Test
  void aCheckReadsTheGroupsToo() throws IOException {
    Rooms rooms = new Rooms();
    assertThat(rooms.checkCells(List.of(folder)).findings()).isEmpty();
    assertThat(rooms.checkCells(List.of(folder)).lines())
        .anyMatch(l -> l.startsWith("hyde-park.yml: Hyde Park & Headingley, 2 group(s)"));
    Path cell = folder.resolve("hyde-park.yml");
    assertThat(rooms.checkCells(List.of(cell)).lines()).first().asString().contains("2 g");
    edit(OWN, STUDENTS + "x: y\n");
    for (Path named : List.of(folder, cell, folder.resolve(OWN))) {
      assertThat(rooms.checkCells(List.of(named)).findings())
          .singleElement()
          .asString()
          .contains(OWN + ":6: the group has no `x`");
    }
  }
}
