package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

class StandbyStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 200);
  private final PersonId third = street.volunteer("third", 300);

  /** All three are asked, the first one has it, the others said yes too late. */
  private void twoStandBy() {
    street.says(edna, "please");
    street.passes(Duration.ofMinutes(5));
    street.says(near, "yes");
    street.says(next, "yes");
    street.says(third, "yes");
  }

  @Test
  void whoSaysYesTooLateStandsByAndIsToldTheirPlace() {
    twoStandBy();
    assertThat(street.told(next)).endsWith("job.taken", "job.standby");
    assertThat(last(next)).contains("place-in-line=1").doesNotContain("near", "Edna", "Ash");
    assertThat(last(third)).contains("place-in-line=2");
    assertThat(street.theRequest().standby().volunteers()).containsExactly(next, third);
  }

  @Test
  void thePostSaysHowManyStandBy() {
    twoStandBy();
    assertThat(street.card().lines()).last().isEqualTo("job.card-standby{standing=2}");
    street.says(next, "take me off");
    assertThat(street.card().lines()).last().isEqualTo("job.card-standby{standing=1}");
    street.says(third, "stop");
    assertThat(street.card().lines()).noneMatch(line -> line.startsWith("job.card-standby"));
  }

  @Test
  void whoComesBetweenAClaimAndItsWritingStandsByWhenItIsWritten() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.unwritten = near;
    street.says(next, "yes");
    assertThat(street.told(next)).containsExactly("job.offered");
    street.unwritten = null;
    street.says(near, "yes");
    street.passes(Duration.ZERO);
    assertThat(holder()).isEqualTo(near);
    assertThat(street.told(next)).endsWith("job.standby");
  }

  @Test
  void theButtonOfATakenJobInSlackLeadsToTheLineToo() {
    twoStandBy();
    PersonId marcus = new PersonId("U0MARCUS");
    String take =
        new Tap("job", 1, "card", "take", JobRef.to(street.theRequest()).about()).encoded();
    street.presses("U0MARCUS", take);
    assertThat(street.theRequest().standby().volunteers()).as("not signed up").hasSize(2);
    street.people.computeIfPresent(
        marcus, (id, person) -> person.offering(street.people.get(near).volunteering()));
    street.presses("U0MARCUS", take);
    assertThat(street.theRequest().standby().volunteers()).containsExactly(next, third, marcus);
    assertThat(street.told(marcus)).containsExactly("job.standby");
    assertThat(((Outgoing.Whisper) street.sent.getLast()).text())
        .startsWith("job.whisper-standby")
        .contains("place-in-line=3");
  }

  @Test
  void aSecondYesKeepsThePlace() {
    twoStandBy();
    street.says(next, "yes");
    assertThat(last(next)).contains("place-in-line=1");
    assertThat(street.theRequest().standby().volunteers()).containsExactly(next, third);
  }

  @Test
  void whenTheHolderDropsOutAFreshYesGetsItAtOnce() {
    twoStandBy();
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(holder()).isEqualTo(next);
    assertThat(street.told(next)).endsWith("job.promoted", "job.advice-other", "job.claimed");
    assertThat(last(next)).contains("14 Ash Grove");
    assertThat(street.told(third)).endsWith("job.standby-moved");
    assertThat(last(third)).contains("place-in-line=1");
    assertThat(street.told(edna)).endsWith("request-help.claimed");
  }

  @Test
  void anOldYesIsAskedFirstAndAlone() {
    twoStandBy();
    street.passes(Duration.ofMinutes(61));
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(street.theRequest()).isInstanceOf(Kept.class);
    assertThat(street.told(next)).endsWith("job.your-turn");
    assertThat(last(next)).doesNotContain("14 Ash Grove", "Edna");

    street.says(third, "yes");
    assertThat(street.theRequest()).isInstanceOf(Kept.class);
    assertThat(street.told(third)).endsWith("job.standby");

    street.says(next, "yes");
    assertThat(holder()).isEqualTo(next);
    assertThat(street.told(next)).endsWith("job.claimed");
  }

  @Test
  void whoDoesNotAnswerTheirTurnIsPassedOverAndThenEverybodyIsAsked() {
    twoStandBy();
    street.passes(Duration.ofMinutes(61));
    street.says(near, "can't any more");
    street.passes(Duration.ofMinutes(15));
    assertThat(street.told(next)).endsWith("job.turn-over");
    assertThat(street.told(third)).endsWith("job.your-turn");
    street.says(third, "no");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.alarms).containsKey("wave/" + street.theRequest().id());
  }

  @Test
  void aLapsedClaimGoesToTheFirstOnStandby() {
    twoStandBy();
    street.passes(Duration.ofHours(5));
    assertThat(street.told(near)).endsWith("job.lapsed");
    assertThat(street.told(next)).endsWith("job.your-turn");
  }

  @Test
  void whoHasTheirHandsFullIsPassedOver() {
    PersonId edna2 = street.resident("edna2");
    street.says(edna2, "please");
    street.passes(Duration.ZERO);
    street.taps(near, ofResident(edna2), "take");
    street.taps(next, ofResident(edna2), "take");
    for (String other : List.of("tom", "ann", "bob", "eve")) {
      PersonId resident = street.resident(other);
      street.says(resident, "please");
      street.passes(Duration.ZERO);
      if (ofResident(resident).search().known().contains(next))
        street.taps(next, ofResident(resident), "take");
    }
    street.taps(near, ofResident(edna2), "drop");
    street.passes(Duration.ZERO);
    assertThat(street.told(next)).contains("job.standby-full");
    assertThat(ofResident(edna2)).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whoLeavesTheLineIsNotAskedAndTheOthersMoveUp() {
    twoStandBy();
    street.picks(next, "take"); // any tap on the list: says the place again
    street.says(next, "no");
    assertThat(street.told(next)).endsWith("job.standby-left");
    assertThat(street.told(third)).endsWith("job.standby-moved");
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(holder()).isEqualTo(third);
  }

  @Test
  void theWordsOfTheButtonLeaveTheLineToo() {
    twoStandBy();
    street.says(next, "take me off");
    assertThat(street.told(next)).endsWith("job.standby-left");
    assertThat(street.theRequest().standby().volunteers()).containsExactly(third);
  }

  @Test
  void whoStopsOrPausesIsNotPromoted() {
    twoStandBy();
    street.says(next, "stop");
    street.says(third, "pause");
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(street.told(next)).doesNotContain("job.promoted", "job.your-turn");
    assertThat(street.told(third))
        .as("nor told that they did not answer")
        .doesNotContain("job.promoted", "job.your-turn", "job.turn-over");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whenItIsOverThoseWhoStoodByAreThanked() {
    twoStandBy();
    street.says(near, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "yes");
    assertThat(street.told(next)).endsWith("job.standby-released");
    assertThat(street.told(third)).endsWith("job.standby-released");
  }

  @Test
  void whatDidNotArriveComesToTheFirstOnStandby() {
    twoStandBy();
    street.says(near, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "no");
    street.passes(Duration.ZERO);
    assertThat(holder()).isEqualTo(next);
  }

  @Test
  void nobodyIsAskedForTheirTurnInQuietHours() {
    street.now = Instant.parse("2026-03-18T21:40:00Z");
    twoStandBy();
    street.passes(Duration.ofMinutes(30));
    street.says(near, "can't any more");
    street.passes(Duration.ofHours(8));
    assertThat(street.told(next)).endsWith("job.standby");
    assertThat(street.theRequest()).isInstanceOf(Kept.class);
    street.passes(Duration.ofHours(2));
    assertThat(street.told(next)).contains("job.your-turn");
  }

  @Test
  void theResidentMayCancelWhileItIsSomebodysTurn() {
    twoStandBy();
    street.passes(Duration.ofMinutes(61));
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    street.says(edna, "cancel");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(street.told(next)).endsWith("job.standby-released");
    assertThat(street.alarms).doesNotContainKey("turn/" + street.theRequest().id());
  }

  private HelpRequest ofResident(PersonId resident) {
    return street.requests.values().stream()
        .filter(r -> r.resident().equals(resident))
        .findFirst()
        .orElseThrow();
  }

  private PersonId holder() {
    return ((HelpRequest.Claimed) street.theRequest()).holder();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
