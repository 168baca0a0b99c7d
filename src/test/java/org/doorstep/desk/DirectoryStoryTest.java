package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.Opening;
import org.doorstep.bridge.ServiceId;
import org.doorstep.people.Address;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.Point;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People are pointed to services and shops. 18 March is a Wednesday, and noon. */
@NullUnmarked
class DirectoryStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private static final Opening WEEKDAYS =
      new Opening(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours(9, 17));

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private int count;

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  private Listing lists(String name, String need, Integer north, Opening... openings) {
    return lists(name, need, north, LocalDate.of(2026, 2, 1), openings);
  }

  private Listing lists(
      String name, String need, Integer north, LocalDate checked, Opening... openings) {
    Point ednas = FakeTalk.EDNAS.point();
    Listing one =
        new Listing(
            new ServiceId("d%016x".formatted(++count)),
            name,
            "All about " + name,
            Set.of(new Need(need)),
            "0113 496 0123",
            "https://" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example",
            "1 Test Street, LS6",
            north == null
                ? null
                : new Point(ednas.latitude() + north / 111_195.0, ednas.longitude()),
            List.of(openings),
            null,
            name.startsWith("Shop"),
            checked);
    street.services.add(one);
    return one;
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private List<String> names(PersonId who) {
    return names(last(who));
  }

  private static List<String> names(String read) {
    return read.lines()
        .filter(line -> line.matches("[0-9]\\. .*"))
        .map(line -> line.substring(3))
        .toList();
  }

  // ---- DIRECTORY food LS6

  @Test
  void whoeverAsksReadsWhatIsListedAndHowToReachIt() {
    lists("Larder", "food-parcel", 400, WEEKDAYS);
    street.says(edna, "DIRECTORY food LS6");
    assertThat(street.told(edna)).containsExactly("directory.found");
    assertThat(last(edna))
        .contains("Food parcel", "near LS6")
        .contains("1. Larder\nAll about Larder\nPhone: 0113 496 0123\nhttps://larder.example")
        .contains("1 Test Street, LS6\n400 m away\nOpen: Monday to Friday 09:00-17:00\nOpen now.")
        .doesNotContain("deliver", "Last checked", "{");
  }

  @Test
  void whatIsNearAndOpenNowComesFirst() {
    lists("Shut", "food-parcel", 100, new Opening(Set.of(DayOfWeek.MONDAY), hours(9, 17)));
    lists("Unsaid", "food-parcel", 200);
    lists("Open", "food-parcel", 4000, WEEKDAYS);
    lists("Nearer", "food-parcel", 300, WEEKDAYS);
    lists("Helpline", "food-parcel", null, WEEKDAYS);
    lists("Far", "food-parcel", 9000, WEEKDAYS);
    lists("Beyond", "food-parcel", 40_000, WEEKDAYS);
    street.says(edna, "directory food ls6");
    assertThat(names(edna)).containsExactly("Nearer", "Open", "Helpline", "Unsaid", "Shut");
    assertThat(last(edna)).contains("Closed now.");
  }

  @Test
  void whatIsTooFarAwayIsNotShown() {
    lists("Beyond", "food-parcel", 26_000);
    street.says(edna, "directory food LS6");
    assertThat(street.told(edna)).containsExactly("directory.none");
  }

  @Test
  void ofAServiceWithSeveralPlacesOneIsShown() {
    lists("Larder", "food-parcel", 900);
    lists("Larder", "food-parcel", 200);
    street.says(edna, "directory food LS6");
    assertThat(names(edna)).containsExactly("Larder");
    assertThat(last(edna)).contains("200 m away");
  }

  @Test
  void noMoreThanFiveAreShownAndAllFitIntoOneMessage() {
    for (int i = 0; i < 9; i++) lists("Larder of a very long name " + i, "food-parcel", 100 * i);
    street.says(edna, "directory food LS6");
    assertThat(names(edna)).hasSize(5);
    assertThat(last(edna)).hasSizeLessThan(1600);
  }

  @Test
  void whatIsShutAtMidnightButOpenedYesterdayIsOpen() {
    lists("Night", "food-parcel", 100, new Opening(Set.of(DayOfWeek.WEDNESDAY), hours(20, 2)));
    street.passes(Duration.ofHours(13));
    street.says(edna, "directory food LS6");
    assertThat(last(edna)).contains("Open: Wednesdays 20:00-02:00", "Open now.");
    street.passes(Duration.ofHours(2));
    street.says(edna, "directory food LS6");
    assertThat(last(edna)).contains("Closed now.");
  }

  @Test
  void aShopThatDeliversSaysSo() {
    lists("Shop", "shopping", 100, new Opening(EnumSet.allOf(DayOfWeek.class), hours(0, 0)));
    street.says(edna, "directory shops LS6");
    assertThat(last(edna)).contains("They deliver.", "every day all day", "Open now.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"directory pizza palace LS6", "DIRECTORY Palace Pizza near LS6 3HN please"})
  void whatIsCalledSoIsFoundWhereNoNeedIsNamed(String asked) {
    lists("The Pizza Palace", "other", 100);
    lists("The Palace", "other", 100);
    street.says(edna, asked);
    assertThat(names(edna)).containsExactly("The Pizza Palace");
  }

  @Test
  void aVolunteerNeedNotSayWhere() {
    lists("Larder", "food-parcel", 400);
    street.says(sam, "directory food");
    assertThat(names(sam)).containsExactly("Larder");
  }

  @Test
  void whoHasARequestOpenNeedSayNothing() {
    lists("Larder", "money", 400);
    asksAboutMoney();
    street.says(edna, "directory");
    assertThat(street.told(edna).getLast()).isEqualTo("directory.found");
    assertThat(last(edna)).contains("Money and bills");
  }

  @Test
  void whereNothingIsKnownTheyAreToldWhatToSend() {
    street.says(edna, "directory");
    assertThat(street.told(edna)).containsExactly("directory.how");
    street.says(edna, "directory food");
    assertThat(street.told(edna).getLast()).isEqualTo("directory.where");
    street.says(edna, "directory food LS6");
    assertThat(street.told(edna).getLast()).isEqualTo("directory.none");
    street.says(edna, "directory xylophones LS6");
    assertThat(street.told(edna).getLast()).isEqualTo("directory.none-called");
  }

  @Test
  void anOfficerAsksInSlack() {
    PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
    lists("Larder", "food-parcel", 400);
    street.says(amina, "directory food bank LS6 3HN");
    assertThat(names(amina)).containsExactly("Larder");
  }

  @Test
  void inTheMiddleOfAFormTheQuestionIsAskedAgain() {
    lists("Larder", "food-parcel", 400);
    street.says(edna, "Can someone do my shopping tomorrow?");
    String asked = street.told(edna).getLast();
    street.says(edna, "directory food LS6");
    assertThat(street.told(edna)).contains("directory.found").last().isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"pl, poniedziałek", "ro, luni", "cy, Llun", "ur, پیر", "ur-Latn, Peer"})
  void itIsShownInTheirLanguage(String language, String monday) {
    Person one = street.people.get(edna);
    street.people.put(edna, one.reading(language));
    lists("Larder", "food-parcel", 400, LocalDate.of(2024, 1, 1), WEEKDAYS);
    street.says(edna, "directory food LS6");
    assertThat(last(edna)).contains(monday).doesNotContain("Open", "away", "checked", "Something");
  }

  // ---- with what a resident is told anyway

  private void asksAboutMoney() {
    street.says(edna, "I need help with my gas bill, I cannot pay it. LS6 3HN, no rush");
    for (int i = 0; i < 8 && !street.told(edna).getLast().equals("request-help.confirm"); i++) {
      street.says(edna, "skip");
    }
    street.says(edna, "yes");
  }

  @Test
  void whoseNeedIsNotForNeighboursAloneReadsWhoElseMayHelp() {
    lists("Larder", "food-parcel", 100);
    for (String name : List.of("Debt Advice", "Bills", "Hardship", "Welfare")) {
      lists(name, "money", 400);
    }
    asksAboutMoney();
    assertThat(street.told(edna)).endsWith("directory.signposts", "triage.consent");
    String read = street.letters(edna).reversed().get(1).utterance().text();
    assertThat(read).contains("help with it too: Money and bills");
    assertThat(names(read)).hasSize(3).doesNotContain("Larder");
  }

  @Test
  void whereTheDirectoryHasNothingForItNothingIsSaid() {
    lists("Larder", "food-parcel", 100);
    asksAboutMoney();
    assertThat(street.told(edna)).last().isEqualTo("triage.consent");
  }

  @Test
  void whatNeighboursDoThemselvesIsNotSignposted() {
    lists("Shop", "shopping", 100);
    street.says(edna, "Can someone do my shopping tomorrow? LS6 3HN");
    for (int i = 0; i < 8 && !street.told(edna).getLast().equals("request-help.confirm"); i++) {
      street.says(edna, "skip");
    }
    street.says(edna, "yes");
    assertThat(street.told(edna)).last().isEqualTo("request-help.waiting");
    street.passes(Duration.ofHours(8));
    assertThat(street.told(edna))
        .containsSubsequence("request-help.unfilled", "directory.signposts");
    assertThat(names(edna)).containsExactly("Shop");
  }

  // ---- stale entries

  @ParameterizedTest
  @CsvSource({
    "2025-09-20, ''",
    "2025-09-18, Last checked 6 months ago.",
    "2024-03-01, Last checked 24 months ago.",
    ", I do not know when this was last checked."
  })
  void whatWasCheckedTooLongAgoSaysSo(LocalDate checked, String said) {
    lists("Larder", "food-parcel", 400, checked);
    street.says(edna, "directory food LS6");
    if (said.isEmpty()) assertThat(last(edna)).doesNotContain("checked");
    else assertThat(last(edna)).contains(said);
  }

  // ---- WRONG 2

  @Test
  void whatIsReportedIsMarkedAndTheOfficersHearOfItOnce() {
    lists("Larder", "food-parcel", 100);
    Listing pantry = lists("Pantry", "food-parcel", 200);
    street.says(edna, "directory food LS6");
    street.says(edna, "WRONG 2");
    assertThat(street.told(edna)).last().isEqualTo("directory.reported");
    assertThat(street.doubted).containsExactly(pantry.id());
    assertThat(posts()).hasSize(1);
    assertThat(posts().getFirst().card().lines())
        .contains("Pantry", "0113 496 0123", "From: leeds.csv");
    assertThat(posts().getFirst().channel()).isEqualTo(street.cell.officersChannel());
    assertThat(posts().toString() + posts().getFirst().card().lines()).doesNotContain("edna");

    street.says(sam, "directory food LS6");
    assertThat(last(sam)).contains("2. Pantry", "Somebody says this is out of date.");
    street.says(sam, "number 2 is wrong");
    assertThat(street.told(sam)).last().isEqualTo("directory.reported-before");
    assertThat(posts()).hasSize(1);
  }

  private List<Outgoing.Post> posts() {
    return street.sent.stream()
        .filter(Outgoing.Post.class::isInstance)
        .map(Outgoing.Post.class::cast)
        .toList();
  }

  @Test
  void aNumberThatStandsForNothingChangesNothing() {
    lists("Larder", "food-parcel", 100);
    street.says(edna, "wrong 1");
    assertThat(street.told(edna)).last().isEqualTo("directory.which");
    street.says(edna, "directory food LS6");
    street.says(edna, "wrong 2");
    assertThat(street.told(edna)).last().isEqualTo("directory.which");
    street.services.clear();
    street.says(edna, "wrong 1");
    assertThat(street.told(edna)).last().isEqualTo("directory.renewed");
    assertThat(street.doubted).isEmpty();
    assertThat(posts()).isEmpty();
  }

  @Test
  void whoAsksForSomethingElseMeanwhileReadsOnlyThat() {
    lists("Debt Advice", "money", 50);
    lists("Larder", "food-parcel", 100);
    street.says(edna, "I need help with my gas bill, I cannot pay it. LS6 3HN, no rush");
    street.says(edna, "directory food LS6");
    assertThat(
            street.letters(edna).stream()
                .filter(l -> l.utterance().id().equals("directory.found"))
                .toList()
                .getLast()
                .utterance()
                .text())
        .contains("Larder")
        .doesNotContain("Debt");
  }

  @Test
  void whatWaitsForAnAnswerGoesOnWaiting() {
    lists("Larder", "food-parcel", 100);
    street.says(edna, "Can someone do my shopping tomorrow?");
    street.says(edna, "directory food LS6");
    assertThat(street.conversations.get(edna).flow()).isEqualTo("request-help");
  }
}
