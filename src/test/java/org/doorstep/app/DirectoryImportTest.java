package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Need;
import org.doorstep.pipeline.Directory;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.RoomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The commands as they are typed, beside a service that runs. All that is listed is made up. */
class DirectoryImportTest {

  private static final CellId CELL = new CellId("hyde-park");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final MockEnvironment environment = new MockEnvironment();
  private RedisLink link;
  private Directory directory;

  @BeforeEach
  void theServiceRuns() {
    link = RedisLink.embedded(data().resolve("redis"));
    directory =
        RedisRoom.connect(
                link.client(),
                VillageKeyset.in(data()),
                RoomSettings.DEFAULT,
                InstantSource.system())
            .directory();
  }

  @AfterEach
  void theServiceEnds() {
    link.close();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... args) {
    environment.setProperty("DOORSTEP_DATA", data().toString());
    return Commands.run(
        new Rooms(),
        environment,
        new BufferedReader(new StringReader("")),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("directory"), Stream.of(args)).toArray(String[]::new));
  }

  private List<Listing> found(String need) {
    return directory
        .find(CELL, new Enquiry.ServicesFor(Set.of(new Need(need)), Set.of(), Set.of()))
        .block()
        .stream()
        .map(Listed::service)
        .toList();
  }

  private List<String> names(String need) {
    return found(need).stream().map(Listing::name).toList();
  }

  private Listing only(String need) {
    assertThat(found(need)).hasSize(1);
    return found(need).getFirst();
  }

  private static final String TABLE =
      """
      Name,Category,Phone,Postcode,Opening hours,Delivers?,Last checked
      Larder,Food bank,0113 496 0123,LS6 3HN,Mon-Fri 9-17,no,2026-01-31
      Corner Shop,Groceries,0113 496 0124,LS6 1LS,daily 7am-10pm,yes,
      Advice,Debt advice; benefits,0113 496 0125,ZE1 0AA,by appointment,,
      """;

  @Test
  void aTableIsReadAndFoundByTheService() {
    assertThat(run("import", file("leeds.csv", TABLE))).isZero();
    assertThat(out.toString())
        .contains("3 records", "taken: 3", "without a place on the map", "its name is leeds.csv");
    Listing larder = only("food-parcel");
    assertThat(larder.name()).isEqualTo("Larder");
    assertThat(larder.phone()).isEqualTo("0113 496 0123");
    assertThat(larder.where()).isEqualTo("LS6 3HN");
    assertThat(larder.point()).isNotNull();
    assertThat(larder.openings()).hasSize(1);
    assertThat(larder.checked()).hasToString("2026-01-31");
    assertThat(larder.delivers()).isFalse();
    assertThat(only("shopping").delivers()).isTrue();
    assertThat(only("money").hours()).isEqualTo("by appointment");
    assertThat(only("money").point()).isNull();
  }

  @Test
  void whatIsWrongIsLeftOutWithItsLineAndTheOthersAreTaken() {
    String file =
        file(
            "leeds.csv",
            TABLE
                + ",Food bank,1,,,,\nLarder,Food bank,2,LS6 3HN,,,\n\"Pantry,Food bank,3\n"
                + "Kitchen,Food bank,4,LS6 3HN,,,\n\"Fridge\",Community fridge,5,LS6 3HN,,,\n");
    assertThat(run("import", file)).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "leeds.csv: line 5: it has no name",
            "leeds.csv: line 6: the same name is there twice",
            "leeds.csv: line 7: it has a quotation mark that is opened and never closed");
    assertThat(names("food-parcel")).contains("Larder");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void aTableIsReadHoweverItIsWritten(String separator) {
    run("import", file("leeds.csv", "sep=" + separator + "\n" + TABLE.replace(",", separator)));
    assertThat(names("food-parcel")).containsExactly("Larder");
  }

  @Test
  void openReferralIsReadFromAFile() {
    String json =
        """
        {"contents": [{"id": "1", "name": "Larder", "description": "Food parcels for all",
          "service_at_locations": [{"location": {"addresses": [{"postal_code": "LS6 3HN"}]}}]},
         {"id": "2"}, {"id": "3", "name": "Old", "status": "inactive"},
         {"id": "1", "name": "Again"}]}
        """;
    assertThat(run("import", file("leeds.json", json))).isEqualTo(1);
    assertThat(out.toString()).contains("4 records", "taken: 1", "not active, and so left out: 1");
    assertThat(err.toString())
        .contains("record 2 (line 3): it has no name", "(line 4): the same id is there twice");
    assertThat(only("food-parcel").point()).isNotNull();
  }

  @Test
  void whatCameFromTheSameSourceBeforeIsReplaced() {
    run("import", file("leeds.csv", TABLE));
    run("import", "--as", "shops", file("other.csv", "Name,Category\nPantry,Food bank\n"));
    assertThat(names("food-parcel")).containsExactlyInAnyOrder("Larder", "Pantry");
    run("import", file("leeds.csv", "Name,Category\nKitchen,Food bank\n"));
    assertThat(names("food-parcel")).containsExactlyInAnyOrder("Kitchen", "Pantry");
    assertThat(run("remove", "shops")).isZero();
    assertThat(names("food-parcel")).containsExactly("Kitchen");
    assertThat(run("remove", "shops")).isEqualTo(1);
  }

  @Test
  void withCheckNothingIsKept() {
    assertThat(run("import", "--check", file("leeds.csv", TABLE))).isZero();
    assertThat(out.toString()).contains("could be taken (nothing was kept): 3");
    assertThat(directory.sources(CELL).block()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "Phone,Postcode | has no line of headings",
        "[] | has no service in it",
        "{'contents':[]} | has no service in it",
        "{'contents':[{'id':1}]} | it has no name"
      })
  void ofAFileThatHasNothingNothingIsTakenAndTheOldOneStays(String text, String why) {
    run("import", file("leeds", TABLE));
    assertThat(run("import", file("leeds", text.replace('\'', '"')))).isEqualTo(1);
    assertThat(err.toString()).contains(why);
    assertThat(out.toString()).contains("what was there before is still in use");
    assertThat(names("food-parcel")).containsExactly("Larder");
  }

  @Test
  void theListTellsOfEachSource() {
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("there is nothing in the directory of hyde-park");
    run("import", file("leeds.csv", TABLE));
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("leeds.csv: 3 entries, read on ", " of them stale");
  }

  @Test
  void whatIsNoFileIsBadUsage() {
    assertThat(run("import", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run("import", "--as", "a\nb", file("leeds.csv", TABLE))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mon-Fri 9-17', 5",
    "'Mon - Fri: 9am - 5pm; Sat 10am to 1pm', 6",
    "'Monday to Friday 09:00-17:00, Saturday 10:00-13:00', 6",
    "'Mon, Wed and Fri 10:00 – 12:00', 3",
    "'Tues & Thurs 9.30am-12pm', 2",
    "'daily 8-20', 7",
    "'weekdays 9:00-17:00, weekends closed', 5",
    "'Sat-Sun 10-16', 2",
    "'by appointment', 0",
    "'9-5', 0",
    "'Mon-Fri 9-5', 0",
    "'Mon 9-17 term time only', 0",
    "'', 0"
  })
  void openingHoursAreReadWhereThereIsNoDoubt(String text, int days) {
    var words =
        org.doorstep.understand.Vocabulary.parse(
            Texts.of(Path.of("conversation-flows", "vocab", "service-columns.yml")));
    assertThat(new OpeningText(words).read(text))
        .satisfies(
            read ->
                assertThat(
                        read.stream()
                            .flatMap(List::stream)
                            .flatMap(opening -> opening.days().stream())
                            .distinct()
                            .count())
                    .isEqualTo(days));
  }
}
