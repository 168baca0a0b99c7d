package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doorstep.app.VolunteerRow.Legible;
import org.doorstep.app.VolunteerRow.Refused;
import org.doorstep.people.Address;
import org.doorstep.people.Amendment;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.HoursText;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.understand.Understanding;
import org.doorstep.understand.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people and spreadsheets write them. */
class VolunteerSheetTest {

  private static final Vocabulary WORDS =
      Vocabulary.parse(Texts.of(Path.of("conversation-flows", "vocab", "columns.yml")));

  private static final Place HOME = new Place("LS6 3HN", "LS6", new Point(53.82, -1.57), true);

  private static final Amendment.Usual USUAL =
      new Amendment.Usual(Set.of(), new Hours(LocalTime.MIN, LocalTime.MIN));

  private static final Understanding UNDERSTANDING = ShippedTalk.understanding();

  private static Checked<VolunteerSheet> read(byte[] file) {
    return CsvText.of(file)
        .map(text -> VolunteerSheet.read(text, WORDS))
        .orElseGet(() -> new Checked.Faulty<>(List.of("is not text")));
  }

  private static List<VolunteerRow> rows(byte[] file) {
    return switch (read(file)) {
      case Checked.Faulty<VolunteerSheet>(var why) -> throw new AssertionError(why);
      case Checked.Fine<VolunteerSheet>(VolunteerSheet sheet) -> {
        var rows =
            new VolunteerRows(
                sheet.columns(),
                WORDS,
                text -> text.contains("shop") ? Set.of(new Need("shopping")) : Set.of(),
                new VolunteerTimes(WORDS, text -> UNDERSTANDING.offering(text, "en")));
        yield sheet.rows().stream().map(rows::read).toList();
      }
    };
  }

  private static List<VolunteerRow> rows(String csv) {
    return rows(csv.getBytes(UTF_8));
  }

  private static Legible only(String csv) {
    assertThat(rows(csv)).hasSize(1);
    return (Legible) rows(csv).getFirst();
  }

  private static String fault(String csv) {
    return fault(csv.getBytes(UTF_8));
  }

  private static String fault(byte[] file) {
    return read(file) instanceof Checked.Faulty<VolunteerSheet>(var why) ? why.getFirst() : "fine";
  }

  private static String reason(String row) {
    return rows("Name,Mobile,Postcode\n" + row + "\n").getFirst() instanceof Refused no
        ? no.reason()
        : "taken";
  }

  // ---- the file

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name,Mobile,Postcode\nZoë,07700900123,LS6 3HN\n",
        "Name;Mobile;Postcode\r\nZoë;07700900123;LS6 3HN\r\n",
        "Name\tMobile\tPostcode\rZoë\t07700900123\tLS6 3HN",
        "sep=;\nName;Mobile;Postcode\nZoë;07700900123;LS6 3HN\n",
        "\"sep=|\"\r\nName|Mobile|Postcode\r\nZoë|07700900123|LS6 3HN\r\n",
        "SEP=,\nPostcode,Name,Mobile\nls63hn,Zoë,7700900123\n",
        "\"Post Code\",\"Phone No.\",\"First Name *\"\n\"LS6 3HN\",\"07700 900123\",\"Zoë\"\n",
        "Volunteers 2026,,\n,,\nName,Mobile,Postcode\nZoë,07700900123,LS6 3HN\n,,\n,,\n",
        "Timestamp,Your name,Your mobile number (WhatsApp),Your postcode\n1,Zoë,07700900123,LS6 3HN\n",
        "Name,Mobile,Postcode,Notes\nZoë,07700900123,LS6 3HN,\"two\nlines, and a \"\"word\"\"\"\n",
        "Name,Mobile,Postcode\nZoë,\"=\"\"07700900123\"\"\",LS6 3HN\n",
        "Name,Mobile,Postcode\nZoë,'07700900123,LS6 3HN\n",
        "Name,Home,Mobile,Phone,Postcode\nZoë,x,,07700900123,LS6 3HN\n"
      })
  void theSameHoweverItWasSaved(String csv) {
    Legible zoe = only(csv);
    assertThat(zoe.address()).isEqualTo(Address.whatsapp("+447700900123"));
    assertThat(zoe.name()).isEqualTo("Zoë");
    assertThat(zoe.postcode()).hasToString("LS6 3HN");
    assertThat(zoe.reachMetres()).isEqualTo(1500);
  }

  @Test
  void theLettersAreThoseThatWereTyped() {
    String csv = "Name;Mobile;Postcode\r\nZoë;07700900123;LS6 3HN\r\n";
    for (byte[] file :
        List.of(
            csv.getBytes(Charset.forName("windows-1252")),
            ("\uFEFF" + csv).getBytes(UTF_8),
            ("\uFEFF" + csv).getBytes(UTF_16LE),
            ("\uFEFF" + csv).getBytes(Charset.forName("UTF-16BE")))) {
      assertThat(rows(file)).singleElement().extracting("name").isEqualTo("Zoë");
    }
  }

  @Test
  void whatIsNoTextIsRefusedWhole() {
    assertThat(fault(new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0})).isEqualTo("is not text");
    assertThat(fault(new byte[] {'N', 'a', (byte) 0x81, ','})).isEqualTo("is not text");
    assertThat(fault(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8, 'a', 0}))
        .isEqualTo("is not text");
  }

  @Test
  void anEmptyFileSaysSo() {
    assertThat(fault("")).isEqualTo("is empty");
    assertThat(fault("\uFEFF \r\n")).isEqualTo("is empty");
    assertThat(fault("Name,Mobile,Postcode\n")).isEqualTo("has nothing below its headings");
    assertThat(fault("Name,Mobile,Postcode\n,,\n ,,\n")).contains("nothing below");
  }

  @Test
  void withoutHeadingsNothingIsGuessedAndNothingRepeated() {
    assertThat(fault("Zoë,07700900123,LS6 3HN\nTom,07700900124,LS6 3HN\n"))
        .contains("no line of headings")
        .doesNotContain("Zo", "0123", "LS6");
    assertThat(fault("Name,Mobile\nZoë,07700900123\n")).contains("no line of headings");
    assertThat(fault("Name,Postcode\nZoë,LS6 3HN\n")).contains("no line of headings");
  }

  @Test
  void aQuotationMarkAstraySwallowsNobody() {
    String head = "Name,Mobile,Postcode\n";
    assertThat(fault(head + "\"Zoë,07700900123,LS6 3HN\nTom,07700900124,LS6 3HN\n"))
        .contains("quotation mark");
    assertThat(
            fault(
                head
                    + "\"Zoë,07700900123,LS6 3HN\n"
                    + "Tom,07700900124,LS6 3HN\n"
                    + "\"Ann,07700900125,LS6 3HN\n"))
        .contains("line 2", "quotation mark");
  }

  @Test
  void linesAreCountedAsASpreadsheetShowsThem() {
    String csv = "sep=,\nName,Mobile,Postcode,Notes\nA,1,LS6,\"x\ny\"\n\nB,2,LS6,\nC,3,LS6,\n";
    assertThat(rows(csv)).extracting(VolunteerRow::line).containsExactly(3, 6, 7);
  }

  @Test
  void fiftyThousandRowsAreReadAndNotOneMore() {
    String row = "Zoë,07700900123,LS6 3HN\n";
    String head = "Name,Mobile,Postcode\n";
    assertThat(rows(head + row.repeat(VolunteerSheet.MOST))).hasSize(50_000);
    assertThat(fault(head + row.repeat(VolunteerSheet.MOST + 1))).contains("more than 50000 rows");
  }

  // ---- the rows

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Zoë,,LS6 3HN|there is no phone number",
        "Zoë,0113 496 0123,LS6 3HN|the number is not a mobile's: it gets no messages",
        "Zoë,7.70E+12,LS6 3HN|the spreadsheet has cut the number short; make its column text and type it again",
        "Zoë,12345,LS6 3HN|what stands as the phone number is not one",
        "Zoë,07700900123/07700900124,LS6 3HN|there is more than one number; leave the mobile",
        "Zoë,07700900123,|there is no postcode",
        "Zoë,07700900123|there is no postcode",
        "Zoë,07700900123,Leeds|what stands as the postcode is not one",
        "Zoë,07700900123,=E1|the postcode begins like a formula",
        "\"=HYPERLINK(\"\"http://x\"\",\"\"Zoë\"\")\",07700900123,LS6 3HN|the name begins like a formula",
        "=cmd!A1,07700900123,LS6 3HN|the name begins like a formula",
        "+Zoë,07700900123,LS6 3HN|the name begins like a formula",
        "-Zoë,07700900123,LS6 3HN|the name begins like a formula",
        "@SUM(A1),07700900123,LS6 3HN|the name begins like a formula",
        "'=1+1,07700900123,LS6 3HN|the name begins like a formula",
        "07700900123,07700900123,LS6 3HN|the name is not one that could be read out",
        "zoe@example.org,07700900123,LS6 3HN|the name is not one that could be read out",
        "Zo\uFFFD,07700900123,LS6 3HN|the name is not one that could be read out"
      })
  void eachRowHasItsReasonAndTheReasonRepeatsNothing(String row, String reason) {
    assertThat(reason(row)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sarah Jones|Sarah",
        "\"Jones, Sarah\"|Sarah",
        "Dr Sarah Jones|Dr Sarah Jones",
        "Mrs. Jones|Mrs. Jones",
        "Mary-Ann O'Neill|Mary-Ann",
        "\u202eSiân\u202c  Rees|Siân",
        "محمد علي|محمد"
      })
  void aFirstNameIsEnough(String written, String called) {
    assertThat(only("Name,Mobile,Postcode\n" + written + ",07700900123,LS6 3HN\n").name())
        .isEqualTo(called);
  }

  @Test
  void aColumnOfFirstNamesIsTakenAsItIs() {
    String csv = "First name,Name,Tel,Postcode\nMary Ann,Jones,07700900123,LS6 3HN\n";
    assertThat(only(csv).name()).isEqualTo("Mary Ann");
    assertThat(only("Tel,Postcode\n07700900123,LS6\n").name()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 miles|3219",
        "1 mile|1609",
        "3km|3000",
        "1.5 km|1500",
        "800 m|800",
        "far|1500",
        "2|1500",
        "|1500",
        "0|1500",
        "999 miles|1500"
      })
  void howFarTheyGoIsTakenWhereItIsUnderstood(String written, int metres) {
    String cell = written == null ? "" : written;
    assertThat(only("Tel,Postcode,How far\n07700900123,LS6 3HN," + cell + "\n").reachMetres())
        .isEqualTo(metres);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "car and bike||CAR BICYCLE",
        "Walking; public transport||ON_FOOT BUS",
        "I don't drive||''",
        "I don\u2019t drive, bus||''",
        "|Yes|CAR",
        "|Y|CAR",
        "|no|''",
        "walk|TRUE|ON_FOOT CAR",
        "helicopter|maybe|''"
      })
  void howTheyTravelIsTakenWhereItIsUnderstood(String travel, String drives, String ways) {
    String csv =
        "Tel;Postcode;Transport;Do you drive?\n07700900123;LS6 3HN;\"%s\";%s\n"
            .formatted(travel == null ? "" : travel, drives == null ? "" : drives);
    Set<Travel> expected =
        Set.of(ways.split(" ")).stream()
            .filter(way -> !way.isEmpty())
            .map(Travel::valueOf)
            .collect(Collectors.toSet());
    assertThat(only(csv).travel()).isEqualTo(expected);
  }

  @Test
  void whatTheyLikeIsUnderstoodOnceForEachText() {
    String csv =
        "Tel,Postcode,Can help with\n"
            + IntStream.range(0, 3)
                .mapToObj(i -> "0770090012" + i + ",LS6 3HN,shopping\n")
                .collect(Collectors.joining())
            + "07700900129,LS6 3HN,\n";
    assertThat(rows(csv))
        .extracting("likes")
        .containsExactly(
            Set.of(new Need("shopping")),
            Set.of(new Need("shopping")),
            Set.of(new Need("shopping")),
            Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, Sat|TUESDAY SATURDAY",
        "tuesdays and saturdays|TUESDAY SATURDAY",
        "Mon/Wed|MONDAY WEDNESDAY",
        "Mon & Wed|MONDAY WEDNESDAY",
        "Monday; Wednesday|MONDAY WEDNESDAY",
        "Mon-Wed|MONDAY TUESDAY WEDNESDAY",
        "Mon \u2013 Wed|MONDAY TUESDAY WEDNESDAY",
        "Weekends|SATURDAY SUNDAY",
        "weekdays|MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY",
        "not Mondays|TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY",
        "any|''",
        "Flexible|''",
        "24/7|''",
        "|''"
      })
  void theDaysOnWhichTheyHelpAreTaken(String written, String days) {
    Volunteering offer = offered("Days available", written);
    assertThat(offer.availability().days()).isEqualTo(days(days));
    assertThat(offer.availability().hours()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17-21|17:00-21:00",
        "17:00 - 21:00|17:00-21:00",
        "9:30-12:00, 17-21|09:30-12:00, 17:00-21:00",
        "after 6pm|18:00-00:00",
        "9am-1pm|09:00-13:00",
        "9-5|09:00-17:00",
        "anytime|''",
        "|''"
      })
  void theHoursInWhichTheyHelpAreTaken(String written, String hours) {
    Volunteering offer = offered("Hours", written);
    assertThat(HoursText.of(offer.availability().hours())).isEqualTo(hours);
    assertThat(offer.availability().days()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Polish|pl",
        "Polish, Romanian|pl ro",
        "polish and welsh|cy pl",
        "English/Polish|en pl",
        "No|''",
        "|''"
      })
  void theLanguagesThatTheySpeakAreTaken(String written, String tags) {
    assertThat(offered("Languages spoken", written).languages()).isEqualTo(words(tags));
  }

  @Test
  void whatIsSaidOfTimesInAColumnOfDaysCountsToo() {
    Volunteering offer = offered("Availability", "weekday evenings");
    assertThat(offer.availability().days()).hasSize(5);
    assertThat(offer.availability().hours()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "when I can,,|the days are not understood; write them so: Tue, Sat",
        "no,,|the days are not understood; write them so: Tue, Sat",
        "=1+1,,|the days are not understood; write them so: Tue, Sat",
        ",Tue 25 o'clock,|the hours are not understood; write them so: 17:00-21:00",
        ",5-7,|the hours are not understood; write them so: 17:00-21:00",
        ",12,|the hours are not understood; write them so: 17:00-21:00",
        ",sometimes,|the hours are not understood; write them so: 17:00-21:00",
        ",,Klingon|the languages are not understood; write them so: Polish, Urdu",
        ",,yes|the languages are not understood; write them so: Polish, Urdu"
      })
  void whenTheyHelpIsNotGuessedAt(String cells, String reason) {
    List<VolunteerRow> rows =
        rows("Tel,Postcode,Days,Hours,Languages\n07700900123,LS6 3HN," + cells + "\n");
    assertThat(rows)
        .singleElement()
        .isInstanceOf(Refused.class)
        .extracting("reason")
        .isEqualTo(reason);
  }

  private static Volunteering offered(String heading, String written) {
    String cell = written == null ? "" : written;
    Legible row = only("Tel\tPostcode\t" + heading + "\n07700900123\tLS6 3HN\t" + cell + "\n");
    Volunteering offer =
        new Volunteering(
            HOME,
            1500,
            Set.of(),
            Set.of(),
            Set.of(),
            "hill",
            Instant.EPOCH,
            null,
            Availability.ALWAYS,
            Set.of());
    for (Amendment each : row.says()) offer = each.in(offer, USUAL).orElseThrow();
    return offer;
  }

  private static Set<DayOfWeek> days(String words) {
    return words(words).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ")).stream()
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void nothingOfARowIsPrinted() {
    assertThat(only("Name,Tel,Postcode\nZoë,07700900123,LS6 3HN\n").toString())
        .isEqualTo("Legible[2]");
  }
}
