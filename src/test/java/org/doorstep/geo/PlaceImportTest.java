package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceImportTest {

  private static final String REST = ",\"E92000001\",\"\",\"\",\"\",\"E08000035\",\"E05011403\"\n";
  private static final String GOOD =
      "\"LS6 3HN\",10,428000,436000"
          + REST
          + "\"LS6 1AA\",10,428600,434900"
          + REST
          + "\"LS1 1AA\",90,0,0"
          + REST;
  private static final String HEADINGS =
      """
      PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC
      Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code
      """;

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void aDataFolderThatIsNotThereYet() {
    data = folder.resolve("data/places");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Report run(Path... files) throws IOException {
    return new PlaceImport(data).run(List.of(files));
  }

  private PlaceAnswer find(ImportedPlaces places, String text) {
    return places.find(text).blockOptional().orElseThrow();
  }

  @Test
  void rowsWithAPositionAreKeptAndFound() throws IOException {
    Report report = run(file("ls.csv", GOOD));
    assertThat(report).isEqualTo(new Report(1, 3, 2, 1, 0, List.of()));
    ImportedPlaces places = new ImportedPlaces(data);
    assertThat(find(places, "ls63hn"))
        .isInstanceOfSatisfying(
            PlaceAnswer.Found.class,
            found -> {
              Place place = found.place();
              assertThat(place.written()).isEqualTo("LS6 3HN");
              assertThat(place.point().to(new Point(53.8195, -1.5761)).metres()).isLessThan(60);
            });
    assertThat(find(places, "LS1 1AA")).isEqualTo(new PlaceAnswer.Unknown());
    assertThat(find(places, "Hyde Park")).isEqualTo(new PlaceAnswer.Unknown());
  }

  @Test
  void oneWrongRowKeepsEverythingOut() throws IOException {
    run(file("good.csv", GOOD));
    byte[] before = Files.readAllBytes(data.resolve("postcodes.table"));
    Path bad =
        file(
            "bad.csv",
            "\"LS7 1AA\",10,430000,435000" + REST + "\"LS7 1AB\",10,43000\n" + "rubbish\n");
    Report report = run(file("more.csv", "\"LS8 1AA\",10,432000,436000" + REST), bad);
    assertThat(report.imported()).isFalse();
    assertThat(report.kept()).isZero();
    assertThat(report.read()).isEqualTo(4);
    assertThat(report.refusals())
        .extracting(Object::toString)
        .containsExactly(
            bad + ":2: 10 columns are expected, not 3", bad + ":3: 10 columns are expected, not 1");
    assertThat(Files.readAllBytes(data.resolve("postcodes.table"))).isEqualTo(before);
    assertThat(leftIn(data)).containsExactly("postcodes.table");
  }

  @Test
  void thatFileAndLineOfEveryRefusedRowAreSaidButNotThousandsOfThem() throws IOException {
    Report report = run(file("long.csv", "rubbish\n".repeat(5000)));
    assertThat(report.refused()).isEqualTo(5000);
    assertThat(report.refusals()).hasSize(Report.SHOWN);
    assertThat(report.refusals().getLast().line()).isEqualTo(Report.SHOWN);
  }

  @Test
  void aFileThatIsNotThereIsSaid() throws IOException {
    Report report = run(folder.resolve("none.csv"), folder.resolve("none.zip"));
    assertThat(report.imported()).isFalse();
    assertThat(report.refusals())
        .extracting(Object::toString)
        .allMatch(text -> text.contains("none.") && text.contains("cannot be read"))
        .hasSize(2);
    assertThat(data).doesNotExist();
  }

  @Test
  void anImportOfNothingIsRefused() throws IOException {
    assertThat(run(file("empty.csv", "")).refusals()).hasSize(1);
    assertThat(run(file("headings.csv", HEADINGS)).imported()).isFalse();
    assertThat(run().imported()).isFalse();
  }

  @Test
  void theZipIsReadAsItWasDownloaded() throws IOException {
    Path zip = folder.resolve("codepo_gb.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      put(entries, "Doc/Code-Point_Open_Column_Headers.csv", HEADINGS);
      put(entries, "Doc/licence.txt", "not rows");
      put(entries, "Data/CSV/ls.csv", GOOD);
      put(entries, "Data/CSV/bd.csv", "\"BD1 1AA\",10,416500,433000" + REST);
    }
    assertThat(run(zip)).isEqualTo(new Report(3, 4, 3, 1, 0, List.of()));
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void aFolderIsReadWithAllItsFiles() throws IOException {
    Files.createDirectories(folder.resolve("csv"));
    Files.writeString(folder.resolve("csv/ls.csv"), "\uFEFF" + HEADINGS + GOOD);
    Files.writeString(folder.resolve("csv/readme.txt"), "not rows");
    assertThat(run(folder.resolve("csv")).kept()).isEqualTo(2);
  }

  @Test
  void theSamePostcodeTwiceIsOnePlaceOrAFault() throws IOException {
    Path file = file("ls.csv", GOOD);
    assertThat(run(file, file).kept()).isEqualTo(2);
    Path other = file("other.csv", "\"LS6 3HN\",10,428001,436000" + REST);
    assertThat(run(file, other).refusals())
        .extracting(Object::toString)
        .containsExactly(other + ":1: the same postcode is elsewhere in " + file + ":1");
  }

  @Test
  void theRunningServiceSeesANewImport() throws IOException {
    ImportedPlaces places = new ImportedPlaces(data);
    assertThat(find(places, "LS6 3HN")).isEqualTo(new PlaceAnswer.Unknown());
    run(file("ls.csv", GOOD));
    assertThat(find(places, "LS6 3HN")).isInstanceOf(PlaceAnswer.Found.class);
    run(file("bd.csv", "\"BD1 1AA\",10,416500,433000" + REST));
    assertThat(find(places, "BD1 1AA")).isInstanceOf(PlaceAnswer.Found.class);
    assertThat(find(places, "LS6 3HN")).isEqualTo(new PlaceAnswer.Unknown());
  }

  @Test
  void aTableCutAnywhereOrWithAChangedByteIsNotUsed() throws IOException {
    run(file("ls.csv", GOOD));
    Path table = data.resolve("postcodes.table");
    byte[] whole = Files.readAllBytes(table);
    TableFile file = new TableFile(data);
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(table, Arrays.copyOf(whole, cut));
      assertThatThrownBy(file::read).as("cut at %d", cut).isInstanceOf(IOException.class);
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(table, changed);
      assertThatThrownBy(file::read).as("changed at %d", at).isInstanceOf(IOException.class);
    }
    assertThat(new ImportedPlaces(data).size()).isZero();
    Files.write(table, whole);
    assertThat(new ImportedPlaces(data).size()).isEqualTo(2);
  }

  @Test
  void aBrokenTableLeavesTheOneBeforeInUse() throws IOException {
    run(file("ls.csv", GOOD));
    ImportedPlaces places = new ImportedPlaces(data);
    Files.writeString(data.resolve("postcodes.table"), "rubbish");
    assertThat(find(places, "LS6 3HN")).isInstanceOf(PlaceAnswer.Found.class);
  }

  @Test
  void aPinIsInThePartOfTownOfTheNearestPostcode() throws IOException {
    run(file("ls.csv", GOOD));
    Point pin = new Point(53.8195, -1.577);
    assertThat(new ImportedPlaces(data).nearest(pin).blockOptional().orElseThrow())
        .isEqualTo(new PlaceAnswer.Found(new Place("LS6", "LS6", pin, true)));
    assertThat(
            new ImportedPlaces(data).nearest(new Point(53.9, -1.577)).blockOptional().orElseThrow())
        .isEqualTo(new PlaceAnswer.Unknown());
  }

  private static List<String> leftIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
