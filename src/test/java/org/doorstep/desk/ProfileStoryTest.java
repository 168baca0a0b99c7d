package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A volunteer sees what they offer and changes it in chat. 18 March is a Wednesday, and noon. */
@NullUnmarked
class ProfileStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  // ---- MY PROFILE

  @Test
  void allThatTheyOfferIsShownAndHowToChangeIt() {
    street.says(sam, "my profile");
    assertThat(street.told(sam)).containsExactly("profile.shown");
    assertThat(last(sam))
        .contains("Where: LS6\n", "up to 5 km", "On foot", "anything", "English")
        .contains("Days: any day", "Hours: at any time", "I do not write to you: 22:00-07:30")
        .contains("To change it")
        .doesNotContain("Badges", "Paused", "On duty", "LS6 Sam");
  }

  @Test
  void whatIsSetIsShownInFull() {
    change(
        offer ->
            offer
                .travelling(Set.of(Travel.BICYCLE, Travel.CAR))
                .liking(Set.of(new Need("shopping"), new Need("dog-walk")))
                .speaking(Set.of("pl", "ur", "ur-Latn"))
                .withBadge("dbs")
                .available(
                    new Availability(
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.TUESDAY, DayOfWeek.SUNDAY),
                        List.of(hours(17, 0)),
                        hours(22, 9),
                        street.now.plus(Duration.ofHours(2)))));
    street.says(sam, "profile");
    assertThat(last(sam))
        .contains("Bicycle and Car", "Dog walking and Shopping", "English, Polski and اردو")
        .contains("Days: Tuesdays, Saturdays and Sundays", "Hours: 17:00-24:00", "22:00-09:00")
        .contains("Badges: dbs", "On duty until: today at 14:00");
    street.says(sam, "pause 3 days");
    street.says(sam, "my profile");
    assertThat(last(sam)).contains("Paused until: Saturday 21 March");
    street.says(sam, "pause");
    street.says(sam, "my profile");
    assertThat(last(sam)).contains("Paused until: you say RESUME");
  }

  @ParameterizedTest
  @CsvSource({
    "pl, mój profil, poniedziałki",
    "ro, profilul meu, luni",
    "cy, fy mhroffil, dydd Llun",
    "ur, میری پروفائل, پیر",
    "ur-Latn, meri profile, Peer"
  })
  void itIsShownInTheirLanguage(String language, String words, String monday) {
    street.people.put(sam, person().reading(language));
    change(offer -> offer.available(Availability.ALWAYS.on(Set.of(DayOfWeek.MONDAY))));
    street.says(sam, words);
    assertThat(street.told(sam)).containsExactly("profile.shown");
    assertThat(last(sam)).contains(monday).hasSizeLessThan(1600);
  }

  @Test
  void aProfileOfEverythingFitsIntoOneMessage() {
    change(
        offer ->
            offer
                .travelling(Set.of(Travel.values()))
                .liking(ShippedTalk.understanding().needs())
                .speaking(
                    Set.of("cy", "pl", "ro", "ur", "pa", "so", "ar", "pt", "uk", "ru", "tr", "bn"))
                .available(
                    new Availability(
                        Set.of(DayOfWeek.values()),
                        List.of(hours(1, 2), hours(3, 4)),
                        null,
                        null)));
    street.says(sam, "my profile");
    assertThat(last(sam)).hasSizeLessThan(1600).contains("To change it");
  }

  @Test
  void whoDoesNotVolunteerIsToldHowToBegin() {
    street.says(edna, "my profile");
    assertThat(street.told(edna)).containsExactly("common.not-volunteer");
  }

  @Test
  void myDataTellsTheSame() {
    street.says(sam, "only on Saturdays");
    street.says(sam, "I speak Polish");
    street.says(sam, "my data");
    assertThat(last(sam))
        .contains("You help on: Saturdays", "You speak: English and Polski", "about: On foot")
        .doesNotContain("You help at");
    street.says(sam, "forget me");
    street.picks(sam, "yes");
    assertThat(street.people).doesNotContainKey(sam);
  }

  // ---- in their own words

  @Test
  void daysAreReadBackInOneLine() {
    street.says(sam, "only on Tuesdays and weekends");
    assertThat(days())
        .containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(street.told(sam)).containsExactly("profile.changed");
    assertThat(last(sam)).isEqualTo("From now on I ask you on Tuesdays, Saturdays and Sundays.");
    street.says(sam, "DAYS any");
    assertThat(days()).isEmpty();
    assertThat(last(sam)).isEqualTo("From now on I ask you on any day.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not in the mornings | From now on I ask you about these hours: 12:00-24:00.",
        "mornings only | From now on I ask you about these hours: 05:00-12:00.",
        "HOURS 17-21 | From now on I ask you about these hours: 17:00-21:00.",
        "HOURS 22:00-06:00 | From now on I ask you about these hours: 22:00-06:00.",
        "HOURS any | From now on I ask you about any time of day.",
        "I can't on Mondays | From now on I ask you on Tuesdays, Wednesdays, Thursdays, Fridays, Saturdays and Sundays.",
        "I have a car now | I have noted how you get about: On foot and Car.",
        "TRAVEL bike | I have noted how you get about: Bicycle.",
        "up to 2 miles | From now on I ask you up to 3 km from where you live.",
        "REACH 800 m | From now on I ask you up to 800 m from where you live.",
        "rather shopping and dogs | From now on I ask you first about: Dog walking and Shopping. Now and then it may be something else.",
        "LIKES anything | From now on I ask you about anything.",
        "I speak Polish and Urdu | I have noted the languages you speak: English, Polski and اردو.",
        "don't write to me after 9 pm | From now on I do not write to you from 21:00 to 07:30, unless you are on duty.",
        "QUIET 20-9 | From now on I do not write to you from 20:00 to 09:00, unless you are on duty.",
      })
  void eachKindOfChangeIsReadBack(String text, String line) {
    street.says(sam, text);
    assertThat(street.told(sam)).containsExactly("profile.changed");
    assertThat(last(sam)).isEqualTo(line);
  }

  @Test
  void theirOwnQuietHoursEnd() {
    street.says(sam, "QUIET 20-9");
    street.says(sam, "no quiet hours");
    assertThat(offer().availability().quiet()).isNull();
    assertThat(last(sam)).startsWith("You have no quiet hours of your own any more.");
    street.says(sam, "no quiet hours");
    assertThat(street.told(sam)).endsWith("profile.unchanged");
  }

  @Test
  void whatTheyOfferIsChangedAndNothingElse() {
    Volunteering before = offer();
    street.says(sam, "only on Saturdays from 9 to 1");
    street.says(sam, "I have a car now");
    street.says(sam, "no more dog walks");
    street.says(sam, "QUIET 21-9");
    street.says(sam, "LANGUAGES welsh");
    street.says(sam, "REACH 8 km");
    Volunteering now = offer();
    assertThat(now.availability())
        .isEqualTo(
            new Availability(
                Set.of(DayOfWeek.SATURDAY), List.of(hours(9, 13)), hours(21, 9), null));
    assertThat(now.travel()).containsExactlyInAnyOrder(Travel.ON_FOOT, Travel.CAR);
    assertThat(now.likes())
        .doesNotContain(new Need("dog-walk"))
        .contains(new Need("shopping"), new Need("housing"))
        .hasSize(15);
    assertThat(now.languages()).containsExactly("cy");
    assertThat(now.reachMetres()).isEqualTo(8000);
    assertThat(now.home()).isEqualTo(before.home());
    assertThat(now.joinedAt()).isEqualTo(before.joinedAt());
    assertThat(now.group()).isEqualTo(before.group());
    street.says(sam, "no car any more");
    assertThat(offer().travel()).containsExactly(Travel.ON_FOOT);
  }

  @Test
  void itIsUnderstoodInTheirLanguage() {
    street.people.put(sam, person().reading("pl"));
    street.says(sam, "tylko we wtorki i w soboty");
    assertThat(days()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
    assertThat(last(sam)).isEqualTo("Od teraz pytam Cię w te dni: wtorki i soboty.");
  }

  @Test
  void dutyAndPauseOutliveAChange() {
    street.says(sam, "on duty");
    street.says(sam, "pause");
    street.says(sam, "DAYS sat");
    assertThat(offer().availability().onDutyUntil()).isNotNull();
    assertThat(offer().pausedUntil()).isEqualTo(Instant.MAX);
  }

  @Test
  void whatLeavesNothingChangesNothing() {
    street.says(sam, "DAYS mon");
    street.says(sam, "I can't on Mondays");
    assertThat(last(sam)).contains("Say PAUSE");
    assertThat(days()).containsExactly(DayOfWeek.MONDAY);
    street.says(sam, "mornings only");
    street.says(sam, "not in the mornings");
    assertThat(street.told(sam)).endsWith("profile.none-left");
  }

  // ---- what is not sure

  @Test
  void whatIsNotSureIsAskedAndTheYesIsTakenOnce() {
    street.says(sam, "between 5 and 9");
    assertThat(street.told(sam)).containsExactly("profile.ask");
    assertThat(last(sam)).contains("17:00-21:00");
    assertThat(offer().availability().hours()).isEmpty();
    Tap yes = tap("yes");
    street.picks(sam, yes);
    assertThat(offer().availability().hours()).containsExactly(hours(17, 21));
    assertThat(last(sam)).startsWith("From now on");
    street.says(sam, "HOURS any");
    street.picks(sam, yes);
    assertThat(street.told(sam)).endsWith("common.closed");
    assertThat(offer().availability().hours()).isEmpty();
  }

  @Test
  void aNoLeavesItAsItIs() {
    street.says(sam, "only on Saturday");
    street.says(sam, "no");
    assertThat(street.told(sam)).containsExactly("profile.ask", "profile.kept");
    assertThat(days()).isEmpty();
    street.says(sam, "only on Saturday");
    street.says(sam, "yes");
    assertThat(days()).containsExactly(DayOfWeek.SATURDAY);
  }

  /** A button further up is for the words that were asked about then. */
  @Test
  void anOldYesIsNotForANewQuestion() {
    street.says(sam, "only on Saturday");
    Tap old = tap("yes");
    street.passes(Duration.ofMinutes(1));
    street.says(sam, "between 5 and 9");
    street.picks(sam, old);
    assertThat(days()).isEmpty();
    assertThat(offer().availability().hours()).isEmpty();
    assertThat(street.told(sam)).endsWith("common.closed");
    street.says(sam, "yes");
    assertThat(offer().availability().hours()).containsExactly(hours(17, 21));
  }

  @Test
  void whatIsSoAlreadyIsNoQuestion() {
    street.says(sam, "any time");
    assertThat(street.told(sam)).doesNotContain("profile.ask", "profile.changed");
    assertThat(offer().availability()).isEqualTo(Availability.ALWAYS);
  }

  // ---- what is not understood

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOURS 25:00-26:00 | profile.unclear-hours",
        "only between 25:00 and 26:00 | profile.unclear-hours",
        "REACH 9000 km | profile.unclear-reach",
        "up to 9000 km | profile.unclear-reach",
        "DAYS | profile.unclear-days",
        "DAYS 🎉🎉 | profile.unclear-days",
        "DAYS blursday | profile.unclear-days",
        "QUIET 99-100 | profile.unclear-quiet",
        "LIKES | profile.unclear-likes",
        "TRAVEL broomstick | profile.unclear-travel",
        "LANGUAGES klingon | profile.unclear-languages",
      })
  void whatCannotBeMeantGetsAKindLineWithExamples(String text, String told) {
    Person before = street.people.get(sam);
    street.says(sam, text);
    soon();
    assertThat(street.told(sam)).containsExactly(told);
    assertThat(last(sam)).contains("For example");
    assertThat(offer()).isEqualTo(before.volunteering());
  }

  @Test
  void fiftyLanguagesAreTooMany() {
    street.says(sam, "LANGUAGES " + "polish welsh ".repeat(12));
    assertThat(offer().languages()).isEmpty();
  }

  /** On 29 March the clocks go forward, on 25 October back: the hours are those on the wall. */
  @Test
  void hoursAreThoseOnTheWallWhenTheClocksChange() {
    street.says(sam, "HOURS 9-12");
    street.now = Instant.parse("2026-10-25T00:30:00Z");
    street.says(sam, "my profile");
    assertThat(last(sam)).contains("Hours: 09:00-12:00");
    assertThat(offer().availability().at(LocalTime.of(9, 0))).isTrue();
    assertThat(offer().availability().at(LocalTime.of(12, 0))).isFalse();
  }

  // ---- what is not meant so

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on Tuesday",
        "I can help on Tuesday",
        "not on Monday",
        "tomorrow morning",
        "after 5",
        "thanks",
        "I have a car seat to give away",
        "quiet today, isn't it, nobody writes",
        "only if somebody else can't",
      })
  void ordinaryMessagesChangeNothing(String text) {
    Volunteering before = offer();
    street.says(sam, text);
    soon();
    assertThat(offer()).isEqualTo(before);
    assertThat(street.told(sam)).noneMatch(id -> id.startsWith("profile."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on Tuesday",
        "Tuesday is better",
        "only on Tuesdays",
        "not in the mornings",
        "mornings only",
        "I can't on Mondays",
        "no car any more",
        "any time"
      })
  void aReplyToAnOfferIsAReply(String text) {
    Volunteering before = offer();
    needs("I need my prescription from Boots on Thursday");
    assertThat(street.told(sam)).contains("job.offered");
    street.says(sam, text);
    soon();
    assertThat(offer().guided(before.guided())).isEqualTo(before);
    assertThat(street.told(sam)).doesNotContain("profile.changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I have a car now", "up to 2 miles", "I speak Polish"})
  void whatIsAboutThemselvesIsNeitherAYesNorANo(String text) {
    needs("I need my prescription from Boots on Thursday");
    HelpRequest before = street.theRequest();
    street.says(sam, text);
    soon();
    assertThat(street.told(sam)).endsWith("profile.ask");
    assertThat(street.theRequest()).isEqualTo(before);
    street.says(sam, "yes");
    soon();
    assertThat(street.told(sam)).endsWith("profile.changed");
    assertThat(street.theRequest()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I can't on Mondays", "only on Tuesdays", "I have a car now", "any time"})
  void whoHoldsAJobIsHeardByItsRules(String text) {
    Volunteering before = offer();
    needs("I need my prescription from Boots on Thursday");
    street.taps(sam, street.theRequest(), "take");
    street.says(sam, text);
    soon();
    assertThat(offer().guided(before.guided())).isEqualTo(before);
    assertThat(street.told(sam)).noneMatch(id -> id.startsWith("profile."));
  }

  /** What they ask for themselves may be meant as well. */
  @Test
  void whoWaitsForHelpIsAskedFirst() {
    street.volunteer("Olek", 200);
    street.says(sam, "I need my prescription from Boots on Thursday");
    street.pins(sam, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "yes")) street.says(sam, answer);
    assertThat(street.requests).hasSize(1);
    for (String text : List.of("not in the mornings", "I am free at weekends")) {
      street.says(sam, text);
      soon();
      assertThat(offer().availability()).as(text).isEqualTo(Availability.ALWAYS);
    }
    assertThat(street.told(sam)).endsWith("profile.ask").doesNotContain("profile.changed");
    street.says(sam, "yes");
    assertThat(days()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  /** An order cannot be meant for anybody else. */
  @Test
  void anOrderCountsEvenWhoHoldsAJob() {
    needs("I need my prescription from Boots on Thursday");
    street.taps(sam, street.theRequest(), "take");
    street.says(sam, "DAYS sat");
    assertThat(days()).containsExactly(DayOfWeek.SATURDAY);
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void inAFormTheWordsAnswerTheForm() {
    street.says(sam, "I need my prescription collected");
    soon();
    assertThat(street.conversations).containsKey(sam);
    street.says(sam, "only on Saturdays");
    soon();
    assertThat(days()).isEmpty();
    street.says(sam, "DAYS sat");
    assertThat(days()).containsExactly(DayOfWeek.SATURDAY);
    assertThat(street.conversations).containsKey(sam);
    assertThat(street.told(sam).getLast()).startsWith("request-help.");
    street.says(sam, "HOURS 5-9");
    assertThat(offer().availability().hours()).isEmpty();
    assertThat(street.conversations.get(sam).flow()).isEqualTo("request-help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "only on Tuesdays",
        "DAYS tue sat",
        "up to 5 km",
        "I speak Polish",
        "HOURS 25:00-26:00"
      })
  void whoDoesNotVolunteerIsNotConfusedByIt(String text) {
    street.says(edna, text);
    soon();
    assertThat(street.told(edna)).isNotEmpty().noneMatch(id -> id.startsWith("profile."));
    assertThat(street.people.get(edna).volunteering()).isNull();
  }

  @Test
  void dangerGoesFirst() {
    street.says(sam, "only on Saturdays, he is not breathing");
    assertThat(street.told(sam))
        .contains("common.danger")
        .noneMatch(id -> id.startsWith("profile"));
    assertThat(days()).isEmpty();
    street.says(sam, "QUIET 21-8 I want to kill myself");
    assertThat(street.told(sam)).contains("common.danger-self-harm");
    assertThat(offer().availability().quiet()).isNull();
  }

  @Test
  void whoSaidStopChangesNothing() {
    street.says(sam, "stop");
    street.says(sam, "DAYS sat");
    assertThat(days()).isEmpty();
    assertThat(street.told(sam)).endsWith("common.opted-out");
  }

  // ---- what comes of it

  @Test
  void theNextRequestIsForWhoHasTimeThen() {
    street.says(sam, "only on Saturdays");
    needs("I need my prescription from Boots on Thursday");
    assertThat(street.told(sam)).doesNotContain("job.offered");
    street.says(sam, "DAYS thu");
    PersonId wilma = street.resident("wilma");
    needs(wilma, "I need my prescription from Boots on Thursday");
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void aNewHomeIsAskedAndCountsAtOnce() {
    Point far = new Point(53.9, -1.2);
    change(offer -> offer.livingAt(new Place("LS6 9ZZ", "LS6", far, true)));
    street.says(sam, "I've moved to LS6 3HN");
    assertThat(street.told(sam)).containsExactly("profile.ask-home");
    assertThat(last(sam)).contains("near LS6 now");
    assertThat(offer().home().point()).isEqualTo(far);
    street.says(sam, "yes");
    assertThat(street.told(sam)).endsWith("profile.home-now");
    assertThat(offer().home()).isEqualTo(FakeTalk.EDNAS);
    assertThat(offer().group()).isEqualTo("hyde-park");
    needs("I need my prescription from Boots today");
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void whereAnotherGroupIsAtHomeTheyAreToldAndStay() {
    Street two = new Street(DESK, living("elsewhere", "LS6", "LS7"));
    PersonId lee = two.volunteer("Lee", 100);
    two.says(lee, "I've moved to LS6 3HN");
    assertThat(two.told(lee)).containsExactly("profile.ask-home-elsewhere");
    assertThat(two.letters(lee).getLast().utterance().text())
        .contains("outside the area of Hyde Park Neighbours", "Elsewhere looks after it");
    two.says(lee, "yes");
    assertThat(two.people.get(lee).volunteering().home()).isEqualTo(FakeTalk.EDNAS);
    assertThat(two.people.get(lee).volunteering().group()).isEqualTo("hyde-park");
  }

  @Test
  void outsideTheAreaNothingIsChangedAndTheyAreToldWhoMayBeGladOfThem() {
    Street other = new Street(DESK, living("elsewhere", "LS7", "LS7"));
    PersonId lee = other.volunteer("Lee", 100);
    Volunteering before = other.people.get(lee).volunteering();
    other.says(lee, "I've moved to LS6 3HN");
    assertThat(other.told(lee)).containsExactly("profile.not-covered");
    assertThat(other.people.get(lee).volunteering()).isEqualTo(before);
    other.says(lee, "yes");
    assertThat(other.people.get(lee).volunteering()).isEqualTo(before);
  }

  /** Two groups, the first of which is in the second of the outcodes. */
  private static Cell living(String second, String its, String first) {
    Group own = ACell.hydePark().groups().getFirst();
    Cell usual = ACell.hydePark();
    return new Cell(
        usual.id(),
        usual.name(),
        usual.zone(),
        usual.language(),
        usual.whatsappNumber(),
        usual.smsNumber(),
        usual.slackTeam(),
        usual.officersChannel(),
        usual.officers(),
        List.of(group(own, own.id(), own.name(), first), group(own, second, "Elsewhere", its)),
        new Area(List.of(its, first), List.of()),
        usual.neighbours(),
        usual.rules());
  }

  private static Group group(Group like, String id, String name, String outcode) {
    return new Group(
        id,
        name,
        new Area(List.of(outcode), List.of()),
        like.slackChannel(),
        like.lead(),
        like.leads(),
        like.stance(),
        like.policy(),
        like.hours(),
        like.payingBack(),
        like.join());
  }

  @Test
  void aPlaceThatIsNotFoundChangesNothing() {
    Volunteering before = offer();
    street.says(sam, "I moved to Blubberhouses");
    soon();
    assertThat(street.told(sam)).containsExactly("profile.unclear-home");
    assertThat(offer()).isEqualTo(before);
  }

  // ---- small talk of the tests

  private void needs(String text) {
    needs(edna, text);
    assertThat(street.requests).hasSize(1);
  }

  private void needs(PersonId resident, String text) {
    street.says(resident, text);
    street.pins(resident, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove, gate code 4711", "Edna", "yes")) {
      street.says(resident, answer);
    }
    street.passes(Duration.ZERO);
  }

  /** They have paused. */
  private void soon() {
    street.passes(Duration.ofSeconds(5));
  }

  private Person person() {
    return street.people.get(sam);
  }

  private Volunteering offer() {
    return person().volunteering();
  }

  private Set<DayOfWeek> days() {
    return offer().availability().days();
  }

  private void change(UnaryOperator<Volunteering> how) {
    street.people.put(sam, person().offering(how.apply(offer())));
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private Tap tap(String choice) {
    return street.letters(sam).getLast().utterance().choices().stream()
        .map(Choice::tap)
        .filter(t -> t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
