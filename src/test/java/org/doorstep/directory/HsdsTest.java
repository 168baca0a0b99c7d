package org.doorstep.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Opening;
import org.doorstep.people.Hours;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories as councils publish them, and broken ones. Everything in them is made up. */
@NullUnmarked
class HsdsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

  private static List<Entry> read(String json) {
    return read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static List<Entry> read(InputStream in) {
    try {
      List<Entry> all = new ArrayList<>();
      new Hsds(TODAY).read(in, all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Written> places(String json) {
    return ((Entry.Legible) read(json).getFirst()).places();
  }

  private static Written only(String json) {
    assertThat(places(json)).hasSize(1);
    return places(json).getFirst();
  }

  private static List<String> names(String json) {
    return read(json).stream()
        .filter(Entry.Legible.class::isInstance)
        .map(entry -> ((Entry.Legible) entry).places().getFirst().name())
        .toList();
  }

  private static List<String> refusals(String json) {
    return read(json).stream()
        .filter(Entry.Refused.class::isInstance)
        .map(entry -> ((Entry.Refused) entry).at() + ": " + ((Entry.Refused) entry).reason())
        .toList();
  }

  private static final String THREE =
      """
      {"total_items": 1, "total_pages": 1, "page_number": 1, "contents": [{
        "id": "s1", "name": "Larder", "description": "<p>Free food.</p> Ask for <b>Maud</b>.",
        "url": "https://larder.example/food", "status": "active",
        "assured_date": "2026-02-03", "last_modified": "2023-03-15T10:30:45.123Z",
        "organization": {"id": "o1", "name": "Larders", "website": "https://larders.example"},
        "contacts": [{"id": "c1", "name": "Maud Persona", "title": "Manager",
          "phones": [{"number": "07700 900999"}]}],
        "phones": [{"number": "0113 496 0100", "type": "fax"}, {"number": "0113 496 0123"}],
        "attributes": [{"id": "a1", "taxonomy_term": {"id": "t1", "name": "Food banks"}}],
        "schedules": [
          {"freq": "WEEKLY", "interval": 1, "byday": "TH,FR", "opens_at": "10:00:00",
           "closes_at": "18:00:00"},
          {"freq": "WEEKLY", "byday": "MO", "opens_at": "8:00", "closes_at": "9:00",
           "valid_from": "2025-12-20", "valid_to": "2026-01-02"}],
        "service_at_locations": [{"id": "l1", "location": {"name": "Hall",
          "latitude": 53.82, "longitude": -1.57,
          "addresses": [{"attention": "A. Persona", "address_1": "1 Test Street", "city": "Leeds",
            "postal_code": "LS6 3HN"}]}}]
      }]}
      """;

  @Test
  void versionThreeIsRead() {
    Written larder = only(THREE);
    assertThat(larder)
        .isEqualTo(
            new Written(
                "s1",
                "Larder",
                "Free food. Ask for Maud .",
                "Food banks",
                "0113 496 0123",
                "https://larder.example/food",
                "1 Test Street, Leeds, LS6 3HN",
                Postcode.parse("LS6 3HN").orElseThrow(),
                new Point(53.82, -1.57),
                List.of(
                    new Opening(
                        Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                        new Hours(LocalTime.of(10, 0), LocalTime.of(18, 0)))),
                null,
                false,
                LocalDate.of(2026, 2, 3)));
    assertThat(larder.toString()).doesNotContain("Persona", "Manager");
  }

  @Test
  void versionOneIsRead() {
    Written larder =
        only(
            """
            {"totalElements": 1, "totalPages": 1, "number": 1, "content": [{
              "id": "s1", "name": "Larder", "organization": {"url": "http://www.larders.example"},
              "contacts": [{"name": "Maud Persona", "phones": [{"number": "0113 496 0123"}]}],
              "service_taxonomys": [{"taxonomy": {"name": "Debt advice"}},
                {"taxonomy": {"name": "Money"}}],
              "service_at_locations": [{
                "location": {"latitude": "53.82", "longitude": "-1.57",
                  "physical_addresses": [{"address_1": "1 Test Street", "postal_code": "ls63hn"}]},
                "regular_schedule": [{"weekday": "MO", "opens_at": "09:00", "closes_at": "17:00"}]}],
              "regular_schedules": [{"byday": "SU", "opens_at": "01:00", "closes_at": "02:00"}]
            }]}
            """);
    assertThat(larder.phone()).isEqualTo("0113 496 0123");
    assertThat(larder.kinds()).isEqualTo("Debt advice; Money");
    assertThat(larder.web()).isEqualTo("http://www.larders.example");
    assertThat(larder.point()).isEqualTo(new Point(53.82, -1.57));
    assertThat(larder.openings()).hasSize(1);
    assertThat(larder.openings().getFirst().days()).containsExactly(DayOfWeek.MONDAY);
    assertThat(larder.checked()).isNull();
    assertThat(larder.toString()).doesNotContain("Maud");
  }

  @Test
  void eachOfItsPlacesIsAnEntry() {
    List<Written> places =
        places(
            """
            [{"id": "s1", "name": "Library", "service_at_locations": [
              {"location": {"latitude": 53.8, "longitude": -1.5}},
              {"location": {"latitude": 53.9, "longitude": -1.6}}]}]
            """);
    assertThat(places).extracting(Written::id).containsExactly("s1", "s1/1");
    assertThat(places).extracting(Written::point).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'id':'1','name':'A'},{'id':'2','name':'B'}]",
        "{'contents':[{'id':'1','name':'A'},{'id':'2','name':'B'}],'x':{'y':[1]}}",
        "\uFEFF {'total_pages':2,'services':[ {'id':'1','name':'A'} , {'id':2,'name':'B'} ]}",
        "{'id':'1','name':'A'}\n{'id':'2','name':'B'}\n",
        "{'id':'1','name':'A','contacts':[{'name':'{'}],'d':'}]\\\\'}\n\n{'id':'2','name':'B'}"
      })
  void recordsAreFoundHoweverTheyArePacked(String json) {
    assertThat(names(json.replace('\'', '"'))).containsExactly("A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'2','name':'B',,}",
        "{'id':'2' 'name':'B'}",
        "{'id':'2','name':'B}",
        "{'id':'2','name':'B'}}",
        "{'id':'2','name':'B'",
        "{'id':'2','name':['B'}",
        "{'id':'2'}",
        "{'name':'B'}",
        "{'id':'2','name':' <b> </b> '}",
        "['id','name']"
      })
  void aBrokenRecordCostsNoOther(String broken) {
    String json =
        "[\n{'id':'1','name':'A'},\n"
            + broken
            + ",\n{'id':'3','name':'C'},\n{'id':'4','name':'D'}\n]";
    assertThat(names(json.replace('\'', '"'))).startsWith("A").endsWith("C", "D");
    if (!broken.startsWith("[") && !broken.endsWith("}}")) {
      assertThat(refusals(json.replace('\'', '"')))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("record 2 (line 3): it ");
    }
  }

  @Test
  void aRecordThatIsTooLargeOrHasNoEndIsRefused() {
    String large = "{\"id\":\"1\",\"name\":\"A\",\"description\":\"" + "x".repeat(300_000) + "\"}";
    String rest = "{\"id\":\"2\",\"name\":\"B\"}";
    assertThat(names("[" + large + "," + rest + "]")).containsExactly("B");
    assertThat(refusals("[" + large + "," + rest + ",{\"id\":\"3\",")).hasSize(2);
  }

  /** Of 200 MB no more than one record is in memory. */
  @Test
  void aVeryLargeFileIsReadRecordByRecord() throws IOException {
    byte[] record =
        ("{\"id\":\"1\",\"name\":\"A\",\"description\":\"" + "word ".repeat(2000) + "\"},\n")
            .getBytes(UTF_8);
    long records = 200_000_000L / record.length;
    List<InputStream> parts =
        Stream.concat(Stream.of("[".getBytes(UTF_8)), Stream.generate(() -> record).limit(records))
            .<InputStream>map(ByteArrayInputStream::new)
            .toList();
    InputStream file = new SequenceInputStream(Collections.enumeration(parts));
    long[] found = new long[1];
    new Hsds(TODAY).read(file, entry -> found[0]++);
    assertThat(found[0]).isEqualTo(records);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inactive", "defunct", "temporarily closed"})
  void whatIsClosedIsLeftOut(String status) {
    assertThat(read("[{\"id\":\"1\",\"name\":\"A\",\"status\":\"" + status + "\"}]"))
        .containsExactly(new Entry.Inactive("record 1 (line 1)"));
  }

  @Test
  void hoursThatAreNoWeeklyOnesAreSaidInWords() {
    Written monthly =
        only(
            """
            [{"id": "1", "name": "A", "schedules": [{"freq": "MONTHLY", "byday": "1MO",
              "opens_at": "10:00", "closes_at": "12:00",
              "description": "First Monday of the month, 10 to 12."}]}]
            """);
    assertThat(monthly.openings()).isEmpty();
    assertThat(monthly.hours()).isEqualTo("First Monday of the month, 10 to 12.");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://a.example/x",
    "www.a.example, https://www.a.example",
    "javascript:alert(1), ",
    "https://u:p@a.example, ",
    "example/counselling, ",
    "ftp://a.example, "
  })
  void onlyAPageThatEverybodyMayOpenIsTaken(String given, String taken) {
    assertThat(Tidy.web(given)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "0113 496 0123, 0113 496 0123",
    "+44 (0)113 496 0123, +44 (0)113 496 0123",
    "Tel: 0113 496 0123 (Maud), 0113 496 0123",
    "111, 111",
    "none, "
  })
  void onlyTheNumberOfAPhoneIsTaken(String given, String taken) {
    assertThat(Tidy.phone(given)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03, 2026-02-03",
    "2026-02-03T10:00:00Z, 2026-02-03",
    "2026-02, 2026-02-01",
    "3/2/2026, 2026-02-03",
    "03/02/26, 2026-02-03",
    "2026-02-30, ",
    "2027-01-01, ",
    "yesterday, "
  })
  void aDayIsReadAndOneToComeIsNoDay(String given, LocalDate day) {
    assertThat(Tidy.day(given, TODAY)).isEqualTo(day);
  }

  @Test
  void textsAreShortAndOnOneLine() {
    String long_ = "A sentence here. ".repeat(40);
    assertThat(Tidy.sentence(long_, 140)).hasSizeLessThanOrEqualTo(140).endsWith("here.");
    assertThat(Tidy.line("a\n\u202Eb\u0000 <script>x</script> {c}", 80)).isEqualTo("a b x c");
    assertThat(Tidy.line("word ".repeat(100), 80)).hasSizeLessThanOrEqualTo(80).endsWith("…");
  }
}
