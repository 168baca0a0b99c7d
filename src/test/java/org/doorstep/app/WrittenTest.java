package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.doorstep.cell.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class WrittenTest {

  private static final Path FLOWS = Path.of("conversation-flows");

  @TempDir Path folder;

  private static String demo() {
    return Objects.requireNonNull(
        Texts.bundled("/village/cells/hyde-park.yml").values().iterator().next());
  }

  private static Checked<Cells> cells(String... texts) {
    Map<String, String> files = new TreeMap<>();
    for (String text : texts) files.put((char) ('a' + files.size()) + ".yml", text);
    return Cells.of(files);
  }

  private static List<String> findings(Checked<?> checked) {
    return checked instanceof Checked.Faulty<?> faulty ? faulty.findings() : List.of();
  }

  @Test
  void theVillageHasItsDemoCellAndTheFlowsOfTheProject() {
    var environment = new MockEnvironment();

    var books = new Written().books(Settings.read(environment));

    assertThat(books.cells().all())
        .extracting(cell -> cell.id().value())
        .containsExactly("hyde-park");
  }

  @Test
  void mistakesInFlowsAndCellsAreToldTogether() throws Exception {
    Path flows = Files.createDirectories(folder.resolve("flows"));
    Path cells = Files.createDirectories(folder.resolve("cells"));
    Files.writeString(flows.resolve("common.yml"), "spec: 1\n");
    Files.writeString(cells.resolve("a.yml"), "id: a\n");
    var environment = new MockEnvironment();
    environment.setProperty("DOORSTEP_FLOWS", flows.toString());
    environment.setProperty("DOORSTEP_CELLS", cells.toString());

    assertThatThrownBy(() -> new Written().books(Settings.read(environment)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problems()).anyMatch(p -> p.startsWith("common.yml:"));
              assertThat(refusal.problems()).anyMatch(p -> p.startsWith("a.yml:"));
            });
  }

  @Test
  void theFlowsOfTheProjectAreInOrder() {
    assertThat(findings(Speech.in(FLOWS))).isEmpty();
  }

  @Test
  void aBrokenVocabularyIsAFindingWithItsFile() throws IOException {
    for (var file : Texts.under(FLOWS).entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, file.getValue());
    }
    Files.writeString(folder.resolve("vocab").resolve("needs.yml"), "entries: [");

    assertThat(findings(Speech.in(folder)))
        .singleElement()
        .asString()
        .startsWith("vocab/needs.yml:");
  }

  @Test
  void whatTellsCellsApartMayNotBeShared() {
    assertThat(findings(cells(demo(), demo())))
        .contains(
            "b.yml:1: the id hyde-park is in a.yml as well",
            "b.yml:1: the number +447700900000 is in a.yml as well",
            "b.yml:1: the number +447700900010 is in a.yml as well",
            "b.yml:1: the channel C0OFFICERS of T0VILLAGE is in a.yml as well");
  }

  @Test
  void noCellAtAllIsAFinding() {
    assertThat(findings(cells())).containsExactly("there is no cell file");
  }

  @Test
  void aCellIsFoundByItsNumberAndInSlackByItsChannel() {
    Cells both = ((Checked.Fine<Cells>) cells(demo(), LiveCellsTest.armley(demo()))).thing();
    Cells one = ((Checked.Fine<Cells>) cells(demo())).thing();

    assertThat(both.ofNumber("+447700900001").map(Cell::id))
        .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("armley"));
    assertThat(both.ofNumber("+447700900999")).isEmpty();
    assertThat(both.ofSlack("T0VILLAGE", "C1GROUP").map(Cell::name)).isPresent();
    assertThat(both.ofSlack("T0VILLAGE", "C1GROUP").orElseThrow().id().value()).isEqualTo("armley");
    assertThat(both.ofSlack("T0VILLAGE", null)).isEmpty();
    assertThat(one.ofSlack("T0VILLAGE", null)).isPresent();
    assertThat(one.ofSlack("TELSEWHERE", "C0GROUP")).isEmpty();
  }
}
