package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What neighbours give to each other. 18 March is a Wednesday, and it is noon. */
@NullUnmarked
class ThingsStoryTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId bola = street.resident("bola");
  private final PersonId amir = street.resident("amir");
  private final PersonId sam = street.volunteer("Sam", 100);

  // ---- how it is offered

  @Test
  void whoHasSomethingToGiveIsAskedOnlyWhatTheyHaveNotSaid() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    Thing thing = the();
    assertThat(thing.owner()).isEqualTo(amir);
    assertThat(thing.kind()).isEqualTo("microwave");
    assertThat(thing.left()).isEqualTo(1);
    assertThat(thing.lentFor()).isNull();
    assertThat(thing.until()).isEqualTo(thing.offeredAt().plus(Duration.ofDays(30)));
  }

  @Test
  void howManyAndUntilWhenAreHeardInTheSameBreath() {
    offers(amir, "we have 10 bags of veg to give away, best by Friday", "LS6 3HN");
    assertThat(the().left()).isEqualTo(10);
    assertThat(the().until().toString()).isEqualTo("2026-03-21T00:00:00Z");
  }

  @Test
  void aVolunteerAndSomebodyOnSlackOfferAsWell() {
    offers(sam, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    PersonId slack = street.writesFrom("Ines", Address.slack("U0INES"));
    offers(slack, "I can lend a heater for a month", "LS6 3HN");
    assertThat(street.things.values()).extracting(Thing::owner).containsExactly(sam, slack);
    assertThat(street.things.values()).extracting(Thing::lentFor).containsExactly(null, 30);
  }

  // ---- who is asked

  @Test
  void whoHasItIsAskedBeforeAnyVolunteer() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(amir)).endsWith("thing.wanted");
    assertThat(street.told(sam)).isEmpty();
    String asked = street.letters(amir).getLast().utterance().text();
    assertThat(asked).contains("Microwave").contains("100 m").doesNotContain("LS6");
    assertThat(street.theRequest()).isInstanceOf(Kept.class);
  }

  /** Whoever has one of them need not be somebody who carries. */
  @Test
  void whatTakesSeveralPeopleIsNotPutToAnOwner() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a microwave and two people to carry it, LS6 3HN, today");
    soon();
    assertThat(street.requests).hasSizeGreaterThan(1);
    assertThat(street.told(amir)).doesNotContain("thing.wanted");
  }

  @Test
  void aYesMakesThemTheOneWhoHasTheJob() {
    asked();
    street.says(amir, "yes");
    assertThat(claimed().holder()).isEqualTo(amir);
    assertThat(the().left()).isZero();
    assertThat(street.told(amir)).contains("job.claimed");
    assertThat(street.told(edna)).contains("request-help.claimed");
    street.says(amir, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(the().left()).isZero();
  }

  @Test
  void aNoLeavesItWithThemAndVolunteersAreAsked() {
    asked();
    street.picks(amir, "no");
    soon();
    assertThat(the().free(street.now)).isEqualTo(1);
    assertThat(street.told(sam)).contains("job.offered");
    street.says(sam, "yes I can");
    assertThat(claimed().holder()).isEqualTo(sam);
    assertThat(street.told(amir).stream().filter("thing.wanted"::equals)).hasSize(1);
  }

  @Test
  void silenceIsANoAfterAWhile() {
    asked();
    street.passes(Duration.ofMinutes(31));
    assertThat(street.told(amir)).endsWith("thing.no-answer");
    assertThat(street.told(sam)).contains("job.offered");
    assertThat(the().free(street.now)).isEqualTo(1);
  }

  @Test
  void aLateYesCountsAsLongAsNobodyElseHasIt() {
    asked();
    street.passes(Duration.ofMinutes(31));
    street.picks(amir, "yes");
    assertThat(claimed().holder()).isEqualTo(amir);
    assertThat(the().left()).isZero();
  }

  @Test
  void ofTwoWhoNeedTheLastOneOneGetsIt() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a microwave, LS6 3HN, today");
    needs(bola, "we need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(amir).stream().filter("thing.wanted"::equals)).hasSize(1);
    assertThat(street.told(sam)).containsExactly("job.offered");
    street.picks(amir, "yes");
    assertThat(street.requests.values().stream().filter(HelpRequest.Claimed.class::isInstance))
        .hasSize(1);
    assertThat(the().left()).isZero();
  }

  @Test
  void whatIsThereSeveralTimesIsGivenSeveralTimes() {
    offers(amir, "we have 10 bags of veg to give away, best by Friday", "LS6 3HN");
    for (String who : List.of("n1", "n2", "n3", "n4", "n5")) {
      needs(street.resident(who), "I need a food parcel, LS6 3HN, today");
      soon();
      street.picks(amir, "yes");
    }
    assertThat(the().left()).isEqualTo(5);
    assertThat(street.told(amir)).doesNotContain("job.at-capacity");
  }

  @Test
  void whoWaitsAlreadyIsThoughtOfWhenItIsOffered() {
    needs(edna, "I need a microwave, LS6 3HN, this week");
    soon();
    assertThat(street.told(sam)).contains("job.offered");
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    soon();
    assertThat(street.told(amir)).endsWith("thing.wanted");
    street.picks(amir, "yes");
    assertThat(claimed().holder()).isEqualTo(amir);
  }

  @Test
  void otherWordsForTheSameThingMeet() {
    offers(amir, "I have a spare electric fire to give away", "LS6 3HN");
    needs(edna, "does anyone have a heater I could have, LS6 3HN, today");
    soon();
    assertThat(street.told(amir)).endsWith("thing.wanted");
  }

  @Test
  void whatNobodyOffersGoesToVolunteers() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a wheelchair, LS6 3HN, today");
    soon();
    assertThat(street.told(amir)).doesNotContain("thing.wanted");
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void peopleWhoShouldNotMeetAreNotAsked() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    street.people.computeIfPresent(edna, (id, p) -> p.tied(p.ties().apartFrom(amir)));
    needs(edna, "I need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(amir)).doesNotContain("thing.wanted");
  }

  @Test
  void whoSaidStopIsNotAsked() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    street.says(amir, "STOP");
    needs(edna, "I need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void nobodyIsOfferedTheirOwn() {
    offers(edna, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(edna)).doesNotContain("thing.wanted");
  }

  // ---- how it ends

  @Test
  void whoCannotAfterAllHasItToOfferAgain() {
    asked();
    street.picks(amir, "yes");
    street.says(amir, "I can't do it after all");
    soon();
    assertThat(the().left()).isEqualTo(1);
    assertThat(the().out()).isEmpty();
    assertThat(street.told(sam)).contains("job.offered");
  }

  @Test
  void whatIsNotNeededAfterAllIsOnOfferAgain() {
    asked();
    street.picks(amir, "yes");
    street.says(edna, "CANCEL");
    soon();
    assertThat(the().free(street.now)).isEqualTo(1);
  }

  @Test
  void thingsTellsWhatIsLeftAndTakesItBack() {
    offers(amir, "we have 10 bags of veg to give away, best by Friday", "LS6 3HN");
    street.says(amir, "THINGS");
    assertThat(street.letters(amir).getLast().utterance().text())
        .contains("Food")
        .contains("Left: 10")
        .contains("Friday");
    street.picks(amir, "gone");
    assertThat(street.told(amir)).endsWith("thing.gone");
    assertThat(street.things).isEmpty();
    street.says(amir, "THINGS");
    assertThat(street.told(amir)).endsWith("thing.none");
  }

  @Test
  void anOfferEndsWithItsTime() {
    offers(amir, "we have 10 bags of veg to give away, best by Friday", "LS6 3HN");
    street.passes(Duration.ofDays(3));
    assertThat(street.things).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhoeverIsForgotten() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    street.says(amir, "MY DATA");
    assertThat(street.letters(amir).getLast().utterance().text()).contains("borrow: 1");
    street.says(amir, "FORGET ME");
    street.says(amir, "yes");
    assertThat(street.things).isEmpty();
  }

  // ---- what is done

  private void offers(PersonId who, String words, String place) {
    street.says(who, words);
    until(who, "thing.offered", place);
  }

  private void needs(PersonId who, String words) {
    street.says(who, words);
    until(who, "request-help.waiting", "LS6 3HN");
  }

  /** Answers whatever is asked until that is said. */
  private void until(PersonId who, String end, String place) {
    soon();
    for (int i = 0; i < 10 && !street.told(who).contains(end); i++) {
      String asked = street.told(who).getLast();
      switch (asked.substring(asked.indexOf('.') + 1)) {
        case "ask.how" -> street.says(who, "give it away");
        case "ask.area" -> street.says(who, place);
        case "offer.area", "confirm" -> street.says(who, "yes");
        case "ask.when" -> street.says(who, "today");
        case "ask.details", "ask.note", "ask.name" -> street.says(who, "skip");
        default -> throw new AssertionError(who + " was asked " + street.told(who));
      }
      soon();
    }
    assertThat(street.told(who)).contains(end);
  }

  private void asked() {
    offers(amir, "I've got a spare microwave if anyone needs one", "LS6 3HN");
    needs(edna, "I need a microwave, LS6 3HN, today");
    soon();
    assertThat(street.told(amir)).endsWith("thing.wanted");
  }

  private void soon() {
    street.passes(Duration.ofSeconds(5));
  }

  private Thing the() {
    assertThat(street.things).hasSize(1);
    return street.things.values().iterator().next();
  }

  private HelpRequest.Claimed claimed() {
    return (HelpRequest.Claimed) street.theRequest();
  }
}
