package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.doorstep.help.Thing;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What neighbours lend to each other and get back. It is lent on 18 March, at noon, for a week. */
@NullUnmarked
class LendingStoryTest {

  /** On WhatsApp and on Slack. */
  private static final String[] LEADS = {"+447700900811", "+447700900812", "U0JOAN"};

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId amir = street.resident("amir");

  @Test
  void withTheYesBothReadUntilWhen() {
    lent();
    assertThat(the().lent().getFirst().back()).isEqualTo(LocalDate.parse("2026-03-25"));
    assertThat(text(edna, "thing.lent-to-you")).contains("Wednesday 25 March");
    assertThat(street.told(amir)).contains("thing.lent-by-you");
  }

  @Test
  void theBorrowerIsRemindedTheDayBefore() {
    lent();
    street.passes(Duration.ofDays(5));
    assertThat(street.told(edna)).doesNotContain("thing.due");
    street.passes(Duration.ofDays(1));
    assertThat(text(edna, "thing.due")).contains("Heater").contains("tomorrow");
    assertThat(street.told(amir)).doesNotContain("thing.is-it-back");
  }

  @Test
  void theOwnerIsAskedTheDayAfterAndItIsOnOfferAgain() {
    lent();
    street.passes(Duration.ofDays(8));
    assertThat(street.told(amir)).endsWith("thing.is-it-back");
    street.says(amir, "yes");
    assertThat(street.told(amir)).endsWith("thing.back-on-offer");
    assertThat(the().left()).isEqualTo(1);
    assertThat(the().lent()).isEmpty();
    street.passes(Duration.ofDays(10));
    assertThat(asked()).hasSize(1);
  }

  @Test
  void whatIsBackCanBeLentToSomebodyElse() {
    lent();
    street.passes(Duration.ofDays(8));
    street.picks(amir, "yes");
    PersonId bola = street.resident("bola");
    needs(bola);
    assertThat(street.told(amir)).endsWith("thing.wanted");
  }

  @Test
  void whileItIsLentNobodyElseIsPromisedIt() {
    lent();
    needs(street.resident("bola"));
    assertThat(street.told(amir).stream().filter("thing.wanted"::equals)).hasSize(1);
  }

  @Test
  void afterANoBothAreAskedOnceMoreAndThenALeadIsTold() {
    lent();
    street.passes(Duration.ofDays(8));
    street.picks(amir, "no");
    assertThat(street.told(edna)).endsWith("thing.overdue");
    street.passes(Duration.ofDays(3));
    assertThat(asked()).hasSize(2);
    street.picks(amir, "no");
    assertThat(street.told(amir)).endsWith("thing.not-back-again");
    street.passes(Duration.ofMinutes(1));
    assertThat(street.facts).anyMatch(Fact.ThingMissing.class::isInstance);
    assertThat(leadsTold()).containsExactlyInAnyOrder(LEADS);
    street.passes(Duration.ofDays(10));
    assertThat(leadsTold()).containsExactlyInAnyOrder(LEADS);
  }

  @Test
  void whereTheOwnerSaysNothingALeadIsToldToo() {
    lent();
    street.passes(Duration.ofDays(15));
    assertThat(asked()).hasSize(2);
    assertThat(leadsTold()).containsExactlyInAnyOrder(LEADS);
  }

  @Test
  void theOwnerMaySayAtAnyTimeThatItIsBack() {
    lent();
    street.says(amir, "THINGS");
    assertThat(street.told(amir)).endsWith("thing.lent");
    street.picks(amir, "yes");
    assertThat(the().lent()).isEmpty();
    street.passes(Duration.ofDays(12));
    assertThat(street.told(edna)).doesNotContain("thing.due");
    assertThat(asked()).isEmpty();
  }

  @Test
  void theBorrowerSeesWhatTheyHave() {
    lent();
    street.says(edna, "THINGS");
    assertThat(text(edna, "thing.borrowed")).contains("Heater").contains("25 March");
  }

  @Test
  void whatIsWithdrawnWhileItIsLentIsRememberedUntilItIsBack() {
    lent();
    street.passes(Duration.ofDays(31));
    assertThat(street.things).hasSize(1);
    street.says(amir, "THINGS");
    street.picks(amir, "yes");
    assertThat(street.things).isEmpty();
    assertThat(street.told(amir)).endsWith("thing.back");
  }

  @Test
  void anOldAnswerChangesNothing() {
    lent();
    street.passes(Duration.ofDays(8));
    street.picks(amir, "yes");
    street.picks(amir, "no");
    assertThat(street.told(amir)).endsWith("common.closed");
    assertThat(the().left()).isEqualTo(1);
  }

  // ---- what is done

  private void lent() {
    street.says(amir, "I can lend a heater for a week");
    answers(amir, "thing.offered");
    needs(edna);
    assertThat(street.told(amir)).endsWith("thing.wanted");
    street.says(amir, "yes");
    street.says(amir, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
    assertThat(the().lent()).hasSize(1);
  }

  private void needs(PersonId who) {
    street.says(who, "does anyone have a heater I could borrow, LS6 3HN, today");
    answers(who, "request-help.waiting");
    street.passes(Duration.ofSeconds(5));
  }

  private void answers(PersonId who, String end) {
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 10 && !street.told(who).contains(end); i++) {
      String asked = street.told(who).getLast();
      switch (asked.substring(asked.indexOf('.') + 1)) {
        case "ask.area" -> street.says(who, "LS6 3HN");
        case "offer.area", "confirm" -> street.says(who, "yes");
        case "ask.when" -> street.says(who, "today");
        case "ask.details", "ask.note", "ask.name" -> street.says(who, "skip");
        default -> throw new AssertionError(who + " was asked " + street.told(who));
      }
      street.passes(Duration.ofSeconds(5));
    }
    assertThat(street.told(who)).contains(end);
  }

  private String text(PersonId who, String id) {
    return street.letters(who).stream()
        .filter(l -> l.utterance().id().equals(id))
        .toList()
        .getLast()
        .utterance()
        .text();
  }

  private List<String> asked() {
    return street.told(amir).stream().filter("thing.is-it-back"::equals).toList();
  }

  /** Those who run the group have addresses of their own, whether they ever wrote or not. */
  private List<String> leadsTold() {
    return street.sent.stream()
        .filter(
            o -> o instanceof Outgoing.ToPerson to && to.utterance().id().equals("thing.missing"))
        .map(o -> ((Outgoing.ToPerson) o).to().value())
        .toList();
  }

  private Thing the() {
    assertThat(street.things).hasSize(1);
    return street.things.values().iterator().next();
  }
}
