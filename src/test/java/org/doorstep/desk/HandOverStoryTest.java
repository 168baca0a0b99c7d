package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

class HandOverStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 200);
  private final PersonId amy = street.volunteer("amy", 900);

  private void nearHasIt() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(near, "yes");
  }

  @Test
  void theNamedOneIsAskedAndTheHolderKeepsItUntilTheyAnswer() {
    nearHasIt();
    street.says(near, "hand over to Amy");
    assertThat(street.told(amy)).containsExactly("job.hand-over");
    assertThat(last(amy)).contains("volunteer=near").doesNotContain("Edna", "Ash Grove", "3HN");
    assertThat(street.told(near)).endsWith("job.hand-over-waits");
    assertThat(holder()).isEqualTo(near);
  }

  @Test
  void aYesMovesTheJobAndTheResidentIsTold() {
    nearHasIt();
    HelpRequest before = street.theRequest();
    street.says(near, "hand over to Amy");
    street.says(amy, "yes");
    assertThat(holder()).isEqualTo(amy);
    assertThat(street.told(amy)).endsWith("job.claimed");
    assertThat(last(amy)).contains("14 Ash Grove");
    assertThat(street.told(near)).endsWith("job.hand-over-done");
    assertThat(street.told(edna)).endsWith("request-help.taken-over");
    street.taps(near, before, "done");
    assertThat(street.told(near)).endsWith("job.over");
    assertThat(holder()).isEqualTo(amy);
    assertThat(street.alarms).containsKey("silence/" + before.id());
    street.passes(Duration.ofHours(4));
    assertThat(street.told(amy)).endsWith("job.nudge");
  }

  @Test
  void aNoLeavesItWhereItIs() {
    nearHasIt();
    street.says(near, "hand over to Amy");
    street.says(amy, "no");
    assertThat(street.told(near)).endsWith("job.hand-over-refused");
    assertThat(holder()).isEqualTo(near);
    street.taps(amy, street.theRequest(), "take");
    assertThat(holder()).as("the question is over").isEqualTo(near);
  }

  @Test
  void whoHoldsAsManyAsAllowedCannotTakeItOver() {
    for (String name : List.of("tom", "ann")) {
      street.says(street.resident(name), "please");
      street.passes(Duration.ofMinutes(5));
    }
    for (HelpRequest job : List.copyOf(street.requests.values())) street.taps(amy, job, "take");
    nearHasItToo();
    street.says(near, "hand over to Amy");
    HelpRequest job = ofEdna();
    street.taps(amy, job, "take");
    assertThat(street.told(amy)).endsWith("job.at-capacity");
    assertThat(((HelpRequest.Claimed) ofEdna()).holder()).isEqualTo(near);
  }

  private void nearHasItToo() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.taps(near, ofEdna(), "take");
  }

  private HelpRequest ofEdna() {
    return street.requests.values().stream()
        .filter(r -> r.resident().equals(edna))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNameThatNobodyHasOrTwoHaveAsksNobody() {
    nearHasIt();
    street.says(near, "hand over to Bert");
    assertThat(street.told(near)).endsWith("job.hand-over-nobody");
    street.people.computeIfPresent(next, (id, person) -> person.named("Amy Clarke"));
    street.people.computeIfPresent(amy, (id, person) -> person.named("Amy Ash"));
    street.says(near, "hand over to Amy");
    assertThat(street.told(near)).endsWith("job.hand-over-several");
    assertThat(street.told(amy)).isEmpty();
    street.says(near, "hand over to amy ash");
    assertThat(street.told(amy)).containsExactly("job.hand-over");
  }

  @Test
  void neitherResidentsNorThoseWhoPausedAreAsked() {
    nearHasIt();
    street.says(amy, "pause");
    street.says(near, "hand over to Amy");
    assertThat(street.told(near)).endsWith("job.hand-over-nobody");
    street.people.computeIfPresent(edna, (id, person) -> person.named("Edna"));
    street.says(near, "hand over to Edna");
    assertThat(street.told(near)).endsWith("job.hand-over-nobody");
  }

  @Test
  void aHolderOfTwoSaysWhichOne() {
    nearHasIt();
    PersonId tom = street.resident("tom");
    street.says(tom, "please");
    street.passes(Duration.ZERO);
    HelpRequest toms =
        street.requests.values().stream()
            .filter(r -> r.resident().equals(tom))
            .findFirst()
            .orElseThrow();
    street.taps(near, toms, "take");
    street.says(near, "hand over to Amy");
    assertThat(street.told(near)).endsWith("job.which");
    assertThat(street.told(amy)).isEmpty();
    street.taps(near, street.requests.get(toms.id()), "give");
    assertThat(street.told(amy)).containsExactly("job.hand-over");
    assertThat(((HelpRequest.Claimed) street.requests.get(toms.id())).offeredTo()).isEqualTo(amy);
  }

  @Test
  void whenTheJobGoesAnotherWayTheNamedOneIsTold() {
    nearHasIt();
    street.says(near, "hand over to Amy");
    street.says(near, "hand over to next");
    assertThat(street.told(amy)).endsWith("job.hand-over-off");
    assertThat(street.told(next)).endsWith("job.hand-over");
    street.says(edna, "cancel");
    assertThat(street.told(next)).endsWith("job.hand-over-off");
  }

  @Test
  void whoStopsIsNeitherAskedToTakeItOverNorInTheLine() {
    nearHasIt();
    street.says(next, "yes");
    street.says(near, "hand over to next");
    street.says(next, "stop");
    assertThat(street.told(near)).endsWith("job.hand-over-refused");
    assertThat(street.theRequest().standby().isEmpty()).isTrue();
  }

  private PersonId holder() {
    return ((HelpRequest.Claimed) street.theRequest()).holder();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
