package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.cell.ACell;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Edna has Sam's heater for a week from 18 March, and Sam is not here any more. */
@NullUnmarked
class LeftBehindStoryTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));

  @Test
  void ofWhoIsForgottenTheBorrowerAndTheLeadsHear() {
    lent();
    street.says(sam, "FORGET ME");
    street.says(sam, "yes");
    assertThat(text(edna, "thing.owner-forgotten"))
        .contains("Heater")
        .contains("Hyde Park")
        .doesNotContain("Sam");
    assertThat(text(joan, "thing.forgotten-told"))
        .contains("Heater")
        .contains("Edna")
        .doesNotContain("Sam");
    assertThat(street.things).isEmpty();
    street.sent.clear();
    street.passes(Duration.ofDays(20));
    assertThat(street.told(edna)).noneMatch(id -> id.startsWith("thing."));
    assertThat(street.told(joan)).noneMatch(id -> id.startsWith("thing."));
  }

  @Test
  void nothingOfItIsSealedWithTheKeyOfWhoIsForgotten() {
    lent();
    street.says(sam, "FORGET ME");
    street.says(sam, "yes");
    assertThat(street.letters(edna).getLast().about()).doesNotContain(sam);
    assertThat(street.letters(joan).getLast().about()).doesNotContain(sam);
  }

  @Test
  void whatWasGivenAwayOrIsBackNeedsNoWord() {
    lent();
    street.passes(Duration.ofDays(8));
    street.says(sam, "yes");
    street.says(sam, "FORGET ME");
    street.says(sam, "yes");
    assertThat(street.told(edna)).doesNotContain("thing.owner-forgotten");
    assertThat(street.told(joan)).doesNotContain("thing.forgotten-told");
  }

  @Test
  void whoThinksBetterOfItKeepsWhatTheyLent() {
    lent();
    street.says(sam, "FORGET ME");
    street.says(sam, "no");
    assertThat(street.told(edna)).doesNotContain("thing.owner-forgotten");
    assertThat(street.things).hasSize(1);
  }

  @Test
  void ofWhoIsRemovedTheBorrowerHearsThatItGoesBackAllTheSame() {
    lent();
    street.says(joan, "remove Sam");
    street.says(joan, "yes");
    assertThat(text(edna, "thing.owner-removed")).contains("Sam").contains("25 March");
    assertThat(text(joan, "thing.removed-told")).contains("Edna").contains("Heater");
    street.passes(Duration.ofDays(8));
    assertThat(street.told(sam)).endsWith("thing.is-it-back");
    street.says(sam, "yes");
    assertThat(street.facts).anyMatch(Fact.ThingBack.class::isInstance);
  }

  @Test
  void whereNothingIsLentARemovalSaysNoMore() {
    street.says(joan, "remove Sam");
    street.says(joan, "yes");
    assertThat(street.told(joan)).endsWith("members.removed");
  }

  // ---- what is done

  private void lent() {
    street.people.computeIfPresent(edna, (id, p) -> p.named("Edna"));
    street.says(sam, "I can lend a heater for a week");
    answers(sam, "thing.offered");
    street.says(edna, "I need a heater, LS6 3HN, today");
    answers(edna, "request-help.waiting");
    street.picks(sam, "yes");
    street.says(sam, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
    assertThat(street.things.values().iterator().next().lent()).hasSize(1);
  }

  private void answers(PersonId who, String end) {
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 10 && !street.told(who).contains(end); i++) {
      String asked = street.told(who).getLast();
      switch (asked.substring(asked.indexOf('.') + 1)) {
        case "ask.area" -> street.says(who, "LS6 3HN");
        case "offer.area", "confirm" -> street.says(who, "yes");
        case "ask.details", "ask.note", "ask.name" -> street.says(who, "skip");
        default -> {}
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
}
