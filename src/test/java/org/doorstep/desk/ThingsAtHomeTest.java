package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Amir lends a heater from Slack, on 18 March for a week; so does Edna look there. */
@NullUnmarked
class ThingsAtHomeTest {

  private static final LocalDate DUE = LocalDate.parse("2026-03-25");

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId amir = street.writesFrom("amir", Address.slack("U0AMIR"));
  private final PersonId edna = street.writesFrom("edna", Address.slack("U0EDNA"));

  @Test
  void theOwnerSeesWhatIsLeftAndUntilWhen() {
    offers();
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(amir)).contains("What you give, lend", "You offer: Heater", "Left: 1");
    street.picks(amir, tap(amir, "gone"));
    assertThat(street.told(amir)).endsWith("thing.gone");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(amir)).doesNotContain("Heater", "What you give");
  }

  @Test
  void theOwnerSeesWhoHasItByFirstNameAndUntilWhen() {
    lent();
    assertThat(texts(amir))
        .contains("Lent to Edna until Wednesday 25 March: Heater")
        .doesNotContain("Smith", "LS6 3HN", "Elm Road");
    street.picks(amir, tap(amir, "yes"));
    assertThat(street.told(amir)).endsWith("thing.back-on-offer");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(amir)).contains("You offer: Heater").doesNotContain("Edna");
    assertThat(texts(edna)).doesNotContain("Heater");
  }

  @Test
  void whoHasBorrowedSeesItAndMayAskForLonger() {
    lent();
    assertThat(texts(edna)).contains("Borrowed from Amir until Wednesday 25 March: Heater");
    street.picks(edna, tap(edna, "longer"));
    assertThat(street.told(edna)).endsWith("thing.until-when");
    street.picks(edna, "7");
    street.picks(amir, "yes");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(edna)).contains("until Wednesday 1 April");
    assertThat(texts(amir)).contains("until Wednesday 1 April");
  }

  @Test
  void anOldButtonIsToldWhatIsTrue() {
    lent();
    Tap back = tap(amir, "yes");
    street.picks(amir, back);
    street.picks(amir, back);
    assertThat(street.told(amir)).endsWith("common.closed");
    street.picks(edna, back);
    assertThat(street.told(edna)).endsWith("common.closed");
  }

  @Test
  void whoIsForgottenIsNamedOnNoPage() {
    lent();
    street.says(edna, "forget me");
    street.says(edna, "yes");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(amir)).contains("Heater").doesNotContain("Edna");
    Outgoing.Home last = (Outgoing.Home) street.sent.getLast();
    assertThat(last.about()).doesNotContain(edna);
  }

  @Test
  void anOwnerWhoIsForgottenLeavesNothingOnTheBorrowersPage() {
    lent();
    street.says(amir, "forget me");
    street.says(amir, "yes");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(edna)).doesNotContain("Heater", "Amir");
  }

  @Test
  void thePageIsSealedForWhomItNames() {
    lent();
    street.opensHome(amir);
    assertThat(((Outgoing.Home) street.sent.getLast()).about()).contains(edna, amir);
  }

  @Test
  void nobodyElseSeesIt() {
    lent();
    PersonId bola = street.writesFrom("bola", Address.slack("U0BOLA"));
    street.opensHome(bola);
    assertThat(texts(bola)).doesNotContain("Heater", "Edna");
  }

  @Test
  void whoHasBorrowedTheSameDoesNotSeeWhoElseHas() {
    lent();
    PersonId bola = street.writesFrom("bola", Address.slack("U0BOLA"));
    Thing two =
        street.things.values().iterator().next().handedTo(bola, new RequestId("rbola12"), DUE);
    street.things.put(two.id(), two);
    street.opensHome(bola);
    assertThat(texts(bola)).containsOnlyOnce("Heater").doesNotContain("Edna");
  }

  @Test
  void noMoreThanTenAreListed() {
    offers();
    Thing heater = street.things.values().iterator().next();
    IntStream.range(0, 12)
        .forEach(
            i -> {
              ThingId id = new ThingId("tabcdef" + i);
              Thing more =
                  Thing.offered(id, amir, "cot", 2, 7, heater.place(), street.now, heater.until())
                      .handedTo(edna, new RequestId("rabcdef" + i), DUE);
              street.things.put(id, more);
            });
    street.opensHome(amir);
    assertThat(choices(amir).stream().filter(c -> c.tap().flow().equals("thing")).count())
        .isLessThanOrEqualTo(20);
    assertThat(texts(amir)).contains("And 15 more: send me THINGS.");
  }

  // ---- what is done

  private void offers() {
    street.says(amir, "I can lend a heater for a week");
    answers(amir, "thing.offered");
  }

  private void lent() {
    offers();
    street.people.computeIfPresent(edna, (id, p) -> p.named("Edna Smith"));
    street.people.computeIfPresent(amir, (id, p) -> p.named("Amir"));
    street.says(edna, "does anyone have a heater I could borrow, 12 Elm Road LS6 3HN, today");
    answers(edna, "request-help.waiting");
    street.says(amir, "yes");
    street.says(amir, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
    street.passes(Duration.ofSeconds(2));
  }

  private void answers(PersonId who, String end) {
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 10 && !street.told(who).contains(end); i++) {
      String asked = street.told(who).getLast();
      switch (asked.substring(asked.indexOf('.') + 1)) {
        case "ask.area" -> street.says(who, "LS6 3HN");
        case "offer.area", "confirm" -> street.says(who, "yes");
        case "ask.when" -> street.says(who, "today");
        default -> street.says(who, "skip");
      }
      street.passes(Duration.ofSeconds(5));
    }
    assertThat(street.told(who)).contains(end);
  }

  private String texts(PersonId who) {
    return street.home(who).parts().stream()
        .flatMap(p -> List.of(p.heading() == null ? "" : p.heading(), p.text()).stream())
        .collect(Collectors.joining("\n"));
  }

  private List<Choice> choices(PersonId who) {
    return street.home(who).parts().stream().flatMap(p -> p.choices().stream()).toList();
  }

  private Tap tap(PersonId who, String choice) {
    return choices(who).stream()
        .map(Choice::tap)
        .filter(t -> t.flow().equals("thing") && t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }
}
