package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

class JobStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 300);
  private final PersonId far = street.volunteer("far", 1500);

  @Test
  void theNearestAreAskedFirstAndTheNextOnSilence() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    assertThat(street.told(near)).containsExactly("job.offered");
    assertThat(street.told(next)).containsExactly("job.offered");
    assertThat(street.told(far)).isEmpty();

    street.passes(Duration.ofMinutes(5));
    assertThat(street.told(far)).containsExactly("job.offered");
    assertThat(street.told(near)).hasSize(1);
    assertThat(street.told(edna)).contains("request-help.widened");
  }

  @Test
  void anOfferGivesAwayNeitherNameNorAddressNorWords() {
    street.says(edna, "please fetch my pills, I am Edna at 14 Ash Grove");
    street.passes(Duration.ZERO);
    String offer = street.letters(near).getFirst().utterance().text();
    assertThat(offer)
        .contains("LS6", "metres{number=100}")
        .doesNotContain("3HN", "Edna", "Ash Grove", "pills", "4711");
  }

  @Test
  void exactlyOneWinsAndEveryoneElseIsTold() {
    asked();
    street.taps(near, street.theRequest(), "take");
    street.says(next, "yes");

    assertThat(street.told(near)).containsExactly("job.offered", "job.advice-other", "job.claimed");
    assertThat(street.letters(near).getLast().utterance().text())
        .contains("Edna", "LS6 3HN", "14 Ash Grove", "4711");
    assertThat(street.told(next)).containsExactly("job.offered", "job.taken", "job.standby");
    assertThat(street.letters(next).getLast().utterance().text()).doesNotContain("Edna", "Ash");
    assertThat(street.told(edna)).contains("request-help.claimed");
  }

  @Test
  void whenAllSayNoTheNextWaveDoesNotWait() {
    asked();
    street.says(near, "no");
    street.says(next, "no");
    street.passes(Duration.ZERO);
    assertThat(street.told(far)).containsExactly("job.offered");
  }

  @Test
  void nobodyIsAskedDuringQuietHours() {
    street.now = Instant.parse("2026-03-18T22:30:00Z");
    street.says(edna, "please");
    street.passes(Duration.ofHours(8));
    assertThat(street.told(near)).isEmpty();
    street.passes(Duration.ofHours(1));
    assertThat(street.told(near)).containsExactly("job.offered");
  }

  @Test
  void whatNobodyTakesGoesToAnOfficerAndCanStillBeTaken() {
    asked();
    street.passes(Duration.ofMinutes(15));
    assertThat(street.told(edna)).contains("request-help.unfilled");
    assertThat(street.theCase().matter().reason()).isEqualTo(org.doorstep.bridge.Reason.UNFILLED);
    street.says(far, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void aSilentHolderIsNudgedThenTheJobGoesBack() {
    asked();
    street.says(near, "yes");
    street.passes(Duration.ofHours(4));
    assertThat(street.told(near)).endsWith("job.nudge");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(near)).endsWith("job.lapsed");
    assertThat(street.told(edna)).contains("request-help.handed-back");
    assertThat(street.told(next)).containsExactly("job.offered", "job.taken", "job.offered");
  }

  @Test
  void aWordFromTheHolderStartsTheClockAgain() {
    asked();
    street.says(near, "yes");
    street.passes(Duration.ofHours(3));
    street.says(near, "queue is long, be there by four");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(near)).doesNotContain("job.nudge");
    assertThat(street.told(edna)).endsWith("request-help.relayed");
  }

  @Test
  void bothEndsWriteToEachOtherUntilItIsOver() {
    asked();
    street.says(near, "yes");
    street.says(edna, "use the side door");
    assertThat(street.told(near)).endsWith("job.relayed");
    street.says(near, "done");
    street.passes(Duration.ofMinutes(30));
    assertThat(street.told(edna)).endsWith("feedback.ask");
    street.says(edna, "yes");
    assertThat(street.told(edna)).endsWith("feedback.thanks");

    street.says(near, "hello again");
    assertThat(street.told(edna)).endsWith("feedback.thanks");
    street.taps(near, street.theRequest(), "done");
    assertThat(street.letters(near).getLast().utterance().text()).doesNotContain("Ash Grove");
    street.says(near, "my-jobs");
    assertThat(street.told(near)).endsWith("job.my-jobs-none");
  }

  @Test
  void whatDidNotArriveIsLookedForAgain() {
    asked();
    street.says(near, "yes");
    street.says(near, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "no");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.told(near)).endsWith("job.reopened");
    street.passes(Duration.ZERO);
    assertThat(street.told(next)).endsWith("job.offered");
  }

  @Test
  void silenceAfterDoneIsTakenForAYes() {
    asked();
    street.says(near, "yes");
    street.says(near, "done");
    street.passes(Duration.ofDays(2));
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  /** With no volunteers at all an officer hears of it as soon as the waves are through. */
  @Test
  void whereAGroupHasNobodyAnOfficerHearsOfIt() {
    Street empty = new Street();
    PersonId tom = empty.resident("tom");
    empty.says(tom, "please");
    empty.passes(Duration.ofMinutes(15));
    assertThat(empty.theCase().matter().reason()).isEqualTo(org.doorstep.bridge.Reason.UNFILLED);
    assertThat(empty.told(tom)).endsWith("request-help.unfilled");
    assertThat(empty.theRequest().search().handedOver()).isTrue();
  }

  @Test
  void whoGaveItBackMayTakeItAgainWhileNobodyElseHasIt() {
    asked();
    street.taps(near, street.theRequest(), "take");
    street.taps(near, street.theRequest(), "drop");
    street.taps(near, street.theRequest(), "take");
    assertThat(street.theRequest())
        .isInstanceOfSatisfying(
            HelpRequest.Claimed.class, c -> assertThat(c.holder()).isEqualTo(near));
    street.taps(next, street.theRequest(), "take");
    street.taps(near, street.theRequest(), "drop");
    street.passes(Duration.ZERO);
    street.taps(near, street.theRequest(), "take");
    assertThat(street.theRequest())
        .isInstanceOfSatisfying(
            HelpRequest.Claimed.class, c -> assertThat(c.holder()).isEqualTo(next));
    assertThat(street.told(near)).endsWith("job.standby");
  }

  @Test
  void handingBackReopensTheJobForOthers() {
    asked();
    street.says(near, "yes");
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(street.told(near)).endsWith("job.dropped");
    assertThat(street.told(next)).endsWith("job.offered");
    street.taps(near, street.theRequest(), "done");
    assertThat(street.told(near)).endsWith("job.over");
  }

  @Test
  void aYesThatCouldMeanTwoJobsAsksWhich() {
    asked();
    street.says(street.resident("tom"), "please");
    street.passes(Duration.ZERO);
    street.says(near, "yes");
    assertThat(street.told(near)).endsWith("job.which");
    assertThat(street.letters(near).getLast().utterance().choices()).hasSize(2);
    assertThat(street.requests.values()).allMatch(HelpRequest.Seeking.class::isInstance);
  }

  @Test
  void aHolderOfTwoJobsIsAskedWhomAMessageIsFor() {
    asked();
    PersonId tom = street.resident("tom");
    street.says(tom, "please");
    street.passes(Duration.ZERO);
    for (HelpRequest r : java.util.List.copyOf(street.requests.values()))
      street.taps(near, r, "take");
    street.says(near, "on my way");
    assertThat(street.told(near)).endsWith("job.which-person");
    assertThat(street.told(tom)).doesNotContain("request-help.relayed");
    HelpRequest toms =
        street.requests.values().stream()
            .filter(r -> r.resident().equals(tom))
            .findFirst()
            .orElseThrow();
    street.taps(near, toms, "this");
    assertThat(street.letters(tom).getLast().utterance().text()).contains("on my way");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void nobodyHoldsMoreThanTheCellAllows() {
    for (String name : java.util.List.of("a", "b", "c"))
      street.says(street.resident(name), "please");
    street.passes(Duration.ZERO);
    for (HelpRequest r : java.util.List.copyOf(street.requests.values()))
      street.taps(near, r, "take");
    assertThat(street.told(near)).endsWith("job.at-capacity");
  }

  @Test
  void theResidentMayDropItWhileSomebodyHasIt() {
    asked();
    street.says(near, "yes");
    street.says(edna, "cancel");
    assertThat(street.told(near)).endsWith("job.gone");
    assertThat(street.told(edna)).endsWith("request-help.cancelled-by-you");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  @Test
  void someoneElsesTapOnAJobTheyWereNeverOfferedDoesNothing() {
    asked();
    PersonId mallory = street.resident("mallory");
    street.taps(mallory, street.theRequest(), "take");
    assertThat(street.told(mallory)).containsExactly("common.closed");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void anOldOfferOfAJobThatIsOpenAgainMayStillBeTaken() {
    asked();
    HelpRequest firstRound = street.theRequest();
    street.says(near, "yes");
    street.says(near, "can't any more");
    street.taps(next, firstRound, "take");
    assertThat(street.told(next)).endsWith("job.claimed");
  }

  @Test
  void everyOpenRequestHasAnAlarm() {
    asked();
    street.says(near, "yes");
    assertThat(street.alarms).containsKey("silence/" + street.theRequest().id());
    street.says(near, "done");
    assertThat(street.alarms).containsKey("arrived/" + street.theRequest().id());
  }

  private void asked() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
  }
}
