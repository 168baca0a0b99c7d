package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Edna would keep Amir's heater longer. It is lent on Wednesday 18 March for a week. */
@NullUnmarked
class LongerStoryTest {

  private static final LocalDate DUE = LocalDate.parse("2026-03-25");

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId amir = street.resident("amir");

  // ---- asked for, and answered

  @Test
  void theOwnerIsAskedAndTheirYesMovesTheDayAndItsReminders() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    assertThat(text(edna, "thing.longer-asked")).contains("1 April").contains("25 March");
    assertThat(text(amir, "thing.longer")).contains("1 April").contains("Heater");
    assertThat(due()).isEqualTo(DUE);
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
    assertThat(street.told(edna)).endsWith("thing.longer-yours");
    assertThat(street.told(amir)).endsWith("thing.longer-by-you");
    assertThat(street.facts).anyMatch(Fact.ThingLentLonger.class::isInstance);
    street.passes(Duration.ofDays(9));
    assertThat(street.told(edna)).doesNotContain("thing.due");
    assertThat(street.told(amir)).doesNotContain("thing.is-it-back");
    street.passes(Duration.ofDays(4));
    assertThat(text(edna, "thing.due")).contains("tomorrow");
    street.passes(Duration.ofDays(2));
    assertThat(street.told(amir)).endsWith("thing.is-it-back");
  }

  @Test
  void aNoKeepsTheDayAndIsTheLastWord() {
    lent();
    street.says(edna, "could I keep it till the 30th of March?");
    street.says(amir, "no");
    assertThat(due()).isEqualTo(DUE);
    assertThat(text(edna, "thing.not-longer-told")).contains("25 March");
    street.says(edna, "can I keep it another week then?");
    assertThat(street.told(edna)).endsWith("thing.longer-settled");
    assertThat(asked()).hasSize(1);
    street.passes(Duration.ofDays(7));
    assertThat(street.told(edna)).contains("thing.due");
  }

  @Test
  void whereTheOwnerIsSilentTheDayStaysAndTheBorrowerHearsItOnce() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    street.passes(Duration.ofDays(2));
    assertThat(due()).isEqualTo(DUE);
    assertThat(unheard()).hasSize(1);
    street.passes(Duration.ofDays(3));
    assertThat(unheard()).hasSize(1);
    street.says(edna, "can I keep the heater another week?");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aYesThatComesLateIsAYes() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    street.passes(Duration.ofDays(2));
    street.picks(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
    assertThat(street.told(edna)).endsWith("thing.longer-yours");
  }

  @Test
  void nobodyIsWokenForIt() {
    lent();
    street.passes(Duration.ofHours(11));
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-asked");
    assertThat(asked()).isEmpty();
    street.passes(Duration.ofHours(9));
    assertThat(asked()).hasSize(1);
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
  }

  @Test
  void untilWhenIsAskedWhereItIsNotSaid() {
    lent();
    street.says(edna, "is it ok to keep it a bit longer?");
    assertThat(street.told(edna)).endsWith("thing.until-when");
    assertThat(asked()).isEmpty();
    street.says(edna, "a few more days");
    assertThat(street.told(edna)).endsWith("thing.longer-asked");
    street.picks(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(3));
  }

  @Test
  void theReminderIsAnsweredInAFewWords() {
    lent();
    street.passes(Duration.ofDays(6));
    assertThat(street.told(edna)).endsWith("thing.due");
    street.says(edna, "till Friday please");
    assertThat(text(edna, "thing.longer-asked")).contains("27 March");
  }

  @Test
  void beforeTheReminderAFewWordsAreNoAnswerToIt() {
    lent();
    street.says(edna, "till Friday please");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna)).noneMatch(id -> id.startsWith("thing.longer"));
  }

  @Test
  void theReminderHasAButtonForIt() {
    lent();
    street.passes(Duration.ofDays(6));
    street.picks(edna, "longer");
    assertThat(street.told(edna)).endsWith("thing.until-when");
    street.picks(edna, "7");
    assertThat(street.told(amir)).endsWith("thing.longer");
    street.picks(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
  }

  @Test
  void whoIsGivenAFewHoursMoreIsNotRemindedOfThem() {
    lent();
    street.passes(Duration.ofDays(7));
    int reminded = street.told(edna).size();
    street.says(amir, "THINGS");
    street.picks(amir, "longer");
    street.says(amir, "till tomorrow");
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(1));
    street.passes(Duration.ofDays(1));
    assertThat(street.told(edna)).hasSize(reminded + 1).endsWith("thing.longer-yours");
    street.passes(Duration.ofDays(1));
    assertThat(street.told(amir)).endsWith("thing.is-it-back");
  }

  @Test
  void anotherRequestInAFewWordsIsNoAnswerToTheReminder() {
    lent();
    street.passes(Duration.ofDays(6));
    street.says(edna, "I need shopping by Friday");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna).getLast()).startsWith("request-help.");
  }

  @Test
  void whatIsOverdueIsCountedFromToday() {
    lent();
    street.passes(Duration.ofDays(9));
    street.says(edna, "can I keep it another week");
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(LocalDate.parse("2026-04-03"));
    street.passes(Duration.ofDays(5));
    assertThat(street.facts).noneMatch(Fact.ThingMissing.class::isInstance);
  }

  // ---- limits

  @Test
  void anOwnerIsNotAskedForEver() {
    lent();
    for (int i = 0; i < 3; i++) {
      street.says(edna, "can I keep the heater another week?");
      street.picks(amir, "yes");
    }
    assertThat(due()).isEqualTo(DUE.plusDays(21));
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-settled");
    assertThat(asked()).hasSize(3);
  }

  @Test
  void nobodyAsksForMoreThanAMonthAtATime() {
    lent();
    street.says(edna, "can I keep the heater three more months?");
    assertThat(street.told(edna)).endsWith("thing.longer-far");
    assertThat(asked()).isEmpty();
    street.says(edna, "two weeks then");
    assertThat(text(edna, "thing.longer-asked")).contains("8 April");
  }

  @Test
  void whatIsLentThatLongAnywayIsNotAskedFor() {
    lent();
    street.says(edna, "can I keep it till Monday?");
    assertThat(text(edna, "thing.longer-already")).contains("25 March");
    assertThat(asked()).isEmpty();
  }

  @Test
  void whoAsksTwiceIsToldThatItIsAsked() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    street.says(edna, "can I keep the heater two more weeks?");
    assertThat(text(edna, "thing.longer-asked")).contains("1 April");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void onceItIsBackThatIsSaidKindly() {
    lent();
    street.says(edna, "THINGS");
    Tap longer = choice(edna, "longer");
    street.says(amir, "THINGS");
    street.picks(amir, "yes");
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-none");
    street.picks(edna, longer);
    assertThat(street.told(edna)).endsWith("thing.longer-none");
    assertThat(asked()).isEmpty();
  }

  @Test
  void dangerComesFirst() {
    lent();
    street.says(edna, "can I keep the gas heater another week, it smells of gas");
    assertThat(street.told(edna)).contains("common.danger-fire-gas");
    assertThat(asked()).isEmpty();
  }

  // ---- the owner by themselves

  @Test
  void theOwnerMayLendItLongerByThemselves() {
    lent();
    street.says(amir, "THINGS");
    street.picks(amir, "longer");
    street.picks(amir, "14");
    assertThat(due()).isEqualTo(DUE.plusDays(14));
    assertThat(text(edna, "thing.longer-yours")).contains("8 April");
    street.says(edna, "can I keep it another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-settled");
  }

  @Test
  void whatTheOwnerSaysInTheirOwnWordsIsAskedBack() {
    lent();
    street.says(amir, "she can keep the heater another week");
    assertThat(street.told(amir)).endsWith("thing.lend-longer");
    assertThat(due()).isEqualTo(DUE);
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
    assertThat(street.told(edna)).endsWith("thing.longer-yours");
  }

  @Test
  void theOwnerMayNameAnotherDayAndThatIsTheLastWord() {
    lent();
    street.says(edna, "can I keep the heater two more weeks?");
    street.says(amir, "till the 30th");
    assertThat(street.told(amir)).endsWith("thing.lend-longer");
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(LocalDate.parse("2026-03-30"));
    street.passes(Duration.ofDays(2));
    assertThat(unheard()).isEmpty();
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-settled");
  }

  @Test
  void aNoWithADayIsANo() {
    lent();
    street.says(edna, "can I keep the heater two more weeks?");
    street.says(amir, "no, I need it by Friday 27 March");
    assertThat(due()).isEqualTo(DUE);
    assertThat(street.told(edna)).endsWith("thing.not-longer-told");
  }

  @Test
  void anAnswerToIsItBackMayBeThatItStays() {
    lent();
    street.passes(Duration.ofDays(8));
    assertThat(street.told(amir)).endsWith("thing.is-it-back");
    street.says(amir, "no, she can keep it another week");
    assertThat(street.told(amir)).endsWith("thing.lend-longer");
    assertThat(street.told(edna)).doesNotContain("thing.overdue");
    street.says(amir, "yes");
    assertThat(the().lent()).hasSize(1);
    assertThat(due()).isEqualTo(LocalDate.parse("2026-04-02"));
  }

  // ---- who means harm, or has gone

  @Test
  void nobodyElseMovesTheDay() {
    lent();
    PersonId bola = street.resident("bola");
    street.says(edna, "can I keep the heater another week?");
    Tap yes = choice(amir, "yes");
    street.picks(bola, yes);
    assertThat(street.told(bola)).endsWith("thing.longer-none");
    street.picks(edna, yes);
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(due()).isEqualTo(DUE);
    street.says(bola, "can I keep the heater another week?");
    assertThat(asked()).hasSize(1);
    assertThat(street.told(bola)).endsWith("thing.longer-none");
  }

  @Test
  void ofTwoWhoHaveBorrowedTheSameKindEachSpeaksOfTheirOwn() {
    lent();
    PersonId bola = street.resident("bola");
    Thing two = the().handedTo(bola, new RequestId("rbola12"), LocalDate.parse("2026-03-20"));
    street.things.put(two.id(), two);
    street.says(bola, "can I keep the heater till the 30th?");
    assertThat(text(bola, "thing.longer-asked")).contains("30 March").contains("27 March");
    street.picks(bola, new Tap("thing", 1, "until-when", "7", loan() + ".0"));
    assertThat(street.told(bola)).endsWith("thing.longer-none");
    street.picks(amir, "yes");
    assertThat(due()).isEqualTo(DUE);
    assertThat(the().lent().getLast().back()).isEqualTo(LocalDate.parse("2026-03-30"));
    street.says(amir, "they can keep the heater another week");
    assertThat(street.told(amir)).endsWith("thing.which-loan");
  }

  @Test
  void theBorrowerDoesNotLendItToThemselves() {
    lent();
    Tap forged = new Tap("thing", 1, "until-when", "14", loan() + ".0");
    street.picks(edna, forged);
    assertThat(due()).isEqualTo(DUE);
    assertThat(asked()).hasSize(1);
    for (String day : List.of("20991231", "20260101", "20260231", "", "x")) {
      for (String state : List.of("longer", "lend-longer", "which-loan")) {
        street.picks(edna, new Tap("thing", 1, state, "yes", loan() + "." + day));
        street.picks(amir, new Tap("thing", 1, state, "yes", loan() + "." + day));
        assertThat(due()).isEqualTo(DUE);
      }
    }
  }

  @Test
  void aTapTwiceMovesTheDayOnce() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    Tap yes = choice(amir, "yes");
    street.picks(amir, yes);
    street.picks(amir, yes);
    assertThat(street.told(amir)).endsWith("common.closed");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
    assertThat(street.told(edna).stream().filter("thing.longer-yours"::equals)).hasSize(1);
  }

  @Test
  void afterAYesAnOldNoChangesNothing() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    Tap no = choice(amir, "no");
    street.picks(amir, "yes");
    street.picks(amir, no);
    assertThat(street.told(amir)).endsWith("common.closed");
    assertThat(due()).isEqualTo(DUE.plusDays(7));
  }

  @Test
  void whoIsForgottenIsToldNothing() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    street.says(edna, "forget me");
    street.says(edna, "yes");
    int told = street.told(edna).size();
    street.picks(amir, "yes");
    street.passes(Duration.ofDays(3));
    assertThat(street.told(edna)).hasSize(told);
    assertThat(street.told(amir)).contains("thing.longer-by-you");
  }

  @Test
  void anOwnerWhoIsForgottenTakesTheLoanAlong() {
    lent();
    street.says(edna, "can I keep the heater another week?");
    street.says(amir, "forget me");
    street.says(amir, "yes");
    street.passes(Duration.ofDays(3));
    assertThat(unheard()).isEmpty();
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-none");
  }

  @Test
  void anOwnerWhoWantsNoMessagesIsNotAsked() {
    lent();
    street.says(amir, "stop");
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).endsWith("thing.longer-settled");
    assertThat(asked()).isEmpty();
  }

  // ---- more than one, in a form, and when the clocks change

  @Test
  void ofTwoThingsItIsAskedWhich() {
    lent();
    PersonId bola = street.resident("bola");
    street.says(bola, "I can lend a cot for a month");
    answers(bola, "thing.offered");
    street.says(edna, "does anyone have a cot I could borrow, LS6 3HN, today");
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 8 && !street.told(bola).contains("thing.wanted"); i++) next(edna);
    street.says(bola, "yes");
    street.says(edna, "can I keep it another week?");
    assertThat(street.told(edna)).endsWith("thing.which-loan");
    street.picks(edna, "longer");
    assertThat(street.told(edna)).endsWith("thing.longer-asked");
    street.says(edna, "can I keep the cot another week?");
    assertThat(street.told(bola)).endsWith("thing.longer");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void inTheMiddleOfAFormItIsHeardAndTheFormGoesOn() {
    lent();
    street.says(edna, "I need help with shopping");
    street.passes(Duration.ofSeconds(5));
    String question = street.told(edna).getLast();
    street.says(edna, "can I keep the heater a bit longer?");
    assertThat(street.told(edna)).contains("thing.until-when").endsWith(question);
    street.picks(edna, "7");
    assertThat(asked()).hasSize(1);
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(edna)).contains("thing.longer-asked").endsWith(question);
  }

  @Test
  void theDayStaysADayWhenTheClocksGoBack() {
    street.now = Instant.parse("2026-10-14T11:00:00Z");
    lent();
    LocalDate was = due();
    assertThat(was).isEqualTo(LocalDate.parse("2026-10-21"));
    street.says(edna, "can I keep the heater 5 more days?");
    street.says(amir, "yes");
    assertThat(due()).isEqualTo(LocalDate.parse("2026-10-26"));
    Instant reminder =
        street.alarms.values().stream()
            .filter(a -> a.alarm() instanceof Alarm.Lent)
            .map(Alarm.Set::at)
            .findFirst()
            .orElseThrow();
    assertThat(reminder.atZone(ZoneId.of("Europe/London")).toLocalDateTime())
        .isEqualTo("2026-10-25T10:00");
    assertThat(reminder).isEqualTo(Instant.parse("2026-10-25T10:00:00Z"));
  }

  // ---- what is done

  private void lent() {
    street.says(amir, "I can lend a heater for a week");
    answers(amir, "thing.offered");
    street.says(edna, "does anyone have a heater I could borrow, LS6 3HN, today");
    answers(edna, "request-help.waiting");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(amir)).endsWith("thing.wanted");
    street.says(amir, "yes");
    street.says(amir, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
    assertThat(the().lent()).hasSize(1);
  }

  private void answers(PersonId who, String end) {
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 10 && !street.told(who).contains(end); i++) next(who);
    assertThat(street.told(who)).contains(end);
  }

  private void next(PersonId who) {
    String asked = street.told(who).getLast();
    switch (asked.substring(asked.indexOf('.') + 1)) {
      case "ask.area" -> street.says(who, "LS6 3HN");
      case "offer.area", "confirm" -> street.says(who, "yes");
      case "ask.when" -> street.says(who, "today");
      case "ask.details", "ask.note", "ask.name" -> street.says(who, "skip");
      default -> {}
    }
    street.passes(Duration.ofSeconds(5));
  }

  private String text(PersonId who, String id) {
    return street.letters(who).stream()
        .filter(l -> l.utterance().id().equals(id))
        .toList()
        .getLast()
        .utterance()
        .text();
  }

  private Tap choice(PersonId who, String choice) {
    return street.letters(who).getLast().utterance().choices().stream()
        .map(org.doorstep.talk.Choice::tap)
        .filter(t -> t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private List<String> asked() {
    return street.told(amir).stream().filter("thing.longer"::equals).toList();
  }

  private List<String> unheard() {
    return street.told(edna).stream().filter("thing.longer-unheard"::equals).toList();
  }

  private LocalDate due() {
    return the().lent().getFirst().back();
  }

  private String loan() {
    return the().id() + "." + the().lent().getFirst().request();
  }

  private Thing the() {
    return street.things.values().iterator().next();
  }
}
