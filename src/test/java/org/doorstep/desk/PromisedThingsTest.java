package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is promised to one is promised to nobody else, whatever becomes of the request. */
@NullUnmarked
class PromisedThingsTest {

  private final Street street = new Street(new Desk(new FakeTalk(), new FakeUnderstanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId amir = street.resident("amir");
  private final PersonId sam = street.volunteer("sam", 100);
  private final PersonId lead = street.writesFrom("lead", Address.slack("U0JOAN"));

  @Test
  void whoTakesItBackWhileTheyAreAskedIsAskedNoMore() {
    asked(amir, "i lend a heater");
    street.picks(amir, new Tap(Stock.FLOW, 1, "mine", "gone", the().id().value()));
    soon();
    assertThat(request()).isNotInstanceOf(Kept.class);
    assertThat(street.told(sam)).endsWith("job.offered");
    answers(amir, "yes");
    assertThat(holder()).isNull();
  }

  @Test
  void aLateYesTakesNoneThatIsPutAsideForAnother() {
    asked(amir, "i lend a heater");
    HelpRequest first = request();
    street.passes(Duration.ofMinutes(31));
    street.says(street.resident("bola"), "please a heater");
    soon();
    assertThat(street.told(amir).stream().filter("thing.wanted"::equals)).hasSize(2);
    answers(amir, first, "yes");
    assertThat(street.told(amir)).endsWith("job.not-open");
    assertThat(the().left()).isEqualTo(1);
    answers(amir, "yes");
    assertThat(holder(List.copyOf(street.requests.values()).getLast())).isEqualTo(amir);
    assertThat(the().left()).isZero();
  }

  /** They have one, and go nowhere else. */
  @Test
  void whoOnlyHasOneStandsByForNothing() {
    asked(amir, "i lend a heater");
    street.passes(Duration.ofMinutes(31));
    street.taps(sam, request(), "take");
    answers(amir, "yes");
    assertThat(street.told(amir)).endsWith("job.not-open");
    assertThat(request().standby().isEmpty()).isTrue();
    assertThat(the().left()).isEqualTo(1);
  }

  @Test
  void aVolunteerWhoHasOneAndStoodByGivesItWhenItIsTheirTurn() {
    asked(sam, "i lend a heater");
    PersonId olek = street.volunteer("olek", 200);
    street.passes(Duration.ofMinutes(31));
    street.taps(olek, request(), "take");
    answers(sam, "yes");
    assertThat(street.told(sam)).endsWith("job.standby");
    assertThat(the().left()).isEqualTo(1);
    street.taps(olek, request(), "drop");
    soon();
    assertThat(holder()).isEqualTo(sam);
    assertThat(the().left()).isZero();
  }

  @Test
  void aVolunteerWhoseTurnItIsComesWithoutOneThatIsPutAside() {
    asked(sam, "i lend a heater");
    PersonId olek = street.volunteer("olek", 200);
    street.passes(Duration.ofMinutes(31));
    street.taps(olek, request(), "take");
    answers(sam, "yes");
    street.says(street.resident("bola"), "please a heater");
    soon();
    street.taps(olek, request(), "drop");
    soon();
    assertThat(holder()).isEqualTo(sam);
    assertThat(the().left()).as("it is Bola's to have").isEqualTo(1);
  }

  @Test
  void whoGivesItBackAndTakesItAtOnceHasPromisedIt() {
    asked(amir, "i lend a heater");
    answers(amir, "yes");
    street.taps(amir, request(), "drop");
    street.taps(amir, request(), "take");
    assertThat(holder()).as("until they know that it is theirs again").isNull();
    soon();
    answers(amir, "yes");
    assertThat(holder()).isEqualTo(amir);
    assertThat(the().left()).isZero();
  }

  @Test
  void oneOfSeveralThatIsGivenBackAndTakenAtOnceIsStillOut() {
    asked(amir, "i lend two heaters");
    answers(amir, "yes");
    street.taps(amir, request(), "drop");
    answers(amir, "yes");
    soon();
    assertThat(holder()).isEqualTo(amir);
    assertThat(the().left()).isEqualTo(1);
    assertThat(the().out()).hasSize(1);
    assertThat(street.facts.stream().filter(Fact.ThingTaken.class::isInstance)).hasSize(1);
  }

  @Test
  void whatDidNotArriveAfterAllIsTheirsAgain() {
    asked(amir, "i lend two heaters");
    answers(amir, "yes");
    street.taps(amir, request(), "done");
    street.says(edna, "yes");
    assertThat(request()).isInstanceOf(HelpRequest.Closed.class);
    street.says(lead, "reopen " + request().id());
    soon();
    assertThat(the().left()).isEqualTo(2);
    assertThat(the().out()).isEmpty();
  }

  @Test
  void whatAnotherWasToBringIsTheOwnersAgainWhenNobodyBringsIt() {
    broughtBySam();
    for (int i = 0; i < 9; i++) {
      street.passes(Duration.ofHours(3));
      street.taps(sam, request(), "on-it");
    }
    assertThat(the().left()).as("Sam has it").isZero();
    street.taps(sam, request(), "drop");
    street.passes(Duration.ofDays(1));
    assertThat(the().left()).isEqualTo(1);
    assertThat(street.facts).anyMatch(Fact.ThingBack.class::isInstance);
  }

  @Test
  void whatAnotherHasBroughtIsWithWhoeverNeededIt() {
    broughtBySam();
    street.taps(sam, request(), "done");
    street.says(edna, "yes");
    street.passes(Duration.ofDays(3));
    assertThat(the().left()).isZero();
    assertThat(the().out()).hasSize(1);
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("thing-free/"));
  }

  @Test
  void twoWhoGiveTheSameOneBackAtOnceBothHaveTheirsAgain() {
    asked(amir, "i lend a heater");
    answers(amir, "yes");
    street.taps(amir, request(), "drop");
    Alarm first = new Alarm.ThingFree(amir, request().id(), false);
    Alarm second = new Alarm.ThingFree(sam, request().id(), false);
    assertThat(first.key()).isNotEqualTo(second.key());
    assertThat(street.alarms).containsKey(first.key());
  }

  @Test
  void nobodyHasLongerToAnswerThanItIsOnOffer() {
    street.says(amir, "i lend a heater");
    street.passes(Duration.ofDays(30).minusMinutes(10));
    street.says(edna, "please a heater");
    soon();
    assertThat(street.told(amir)).endsWith("thing.wanted");
    street.passes(Duration.ofMinutes(11));
    assertThat(request()).isNotInstanceOf(Kept.class);
  }

  private void broughtBySam() {
    asked(amir, "i lend a heater");
    answers(amir, "yes");
    street.says(amir, "hand over to sam");
    street.taps(sam, request(), "take");
    assertThat(holder()).isEqualTo(sam);
  }

  private void asked(PersonId owner, String offer) {
    street.says(owner, offer);
    street.says(edna, "please a heater");
    soon();
    assertThat(street.told(owner)).endsWith("thing.wanted");
  }

  private void answers(PersonId owner, String choice) {
    Tap asked = wanted(owner).getLast();
    street.picks(owner, new Tap(Stock.FLOW, 1, "wanted", choice, asked.about()));
  }

  private void answers(PersonId owner, HelpRequest about, String choice) {
    Tap asked =
        wanted(owner).stream()
            .filter(t -> t.about().startsWith(about.id().value()))
            .findFirst()
            .orElseThrow();
    street.picks(owner, new Tap(Stock.FLOW, 1, "wanted", choice, asked.about()));
  }

  private List<Tap> wanted(PersonId owner) {
    return street.letters(owner).stream()
        .filter(l -> l.utterance().id().equals("thing.wanted"))
        .map(l -> l.utterance().choices().getFirst().tap())
        .toList();
  }

  private HelpRequest request() {
    return street.theRequest();
  }

  private PersonId holder() {
    return holder(request());
  }

  private static PersonId holder(HelpRequest request) {
    return request instanceof HelpRequest.Claimed c ? c.holder() : null;
  }

  private Thing the() {
    return street.things.values().iterator().next();
  }

  private void soon() {
    street.passes(Duration.ofSeconds(5));
  }
}
