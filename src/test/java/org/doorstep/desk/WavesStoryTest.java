package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.junit.jupiter.api.Test;

/** Whom the waves go to, and what the group is told of it. */
class WavesStoryTest {

  private static final Instant NIGHT = Instant.parse("2026-03-18T23:00:00Z");
  private static final Instant THE_NIGHT_BEFORE = Instant.parse("2026-03-17T23:00:00Z");

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 300);
  private final PersonId last = street.volunteer("last", 480);

  private long offers(PersonId who) {
    return street.told(who).stream().filter("job.offered"::equals).count();
  }

  private List<Outgoing.InThread> inThread() {
    return street.sent.stream()
        .flatMap(o -> o instanceof Outgoing.InThread line ? java.util.stream.Stream.of(line) : null)
        .toList();
  }

  /** The one who lives third from Edna does a job for her, and it arrives. */
  private void helpedByLast() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.passes(Duration.ofMinutes(5));
    street.taps(last, street.theRequest(), "take");
    street.says(last, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "yes");
    street.passes(Duration.ofDays(20));
    street.requests.clear();
    street.sent.clear();
  }

  @Test
  void whoHelpedBeforeIsAskedFirstAloneForAWhile() {
    helpedByLast();
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    assertThat(offers(last)).isEqualTo(1);
    assertThat(offers(near) + offers(next)).isZero();
    assertThat(street.card().choices()).as("nobody else is asked, in the channel either").isEmpty();
    assertThat(inThread().getFirst().text())
        .contains("job.why-alone", "last", "job.why-helped-once", "metres{number=500}");

    street.passes(Duration.ofMinutes(2));
    assertThat(offers(near)).isEqualTo(1);
    assertThat(offers(next)).isEqualTo(1);
    assertThat(offers(last)).isEqualTo(1);
    assertThat(street.card().choices()).isNotEmpty();
    assertThat(inThread().getLast().text()).contains("job.why-asked", "near", "next");
  }

  @Test
  void theOthersNeedNotWaitWhenTheOneWhoHelpedBeforeSaysNo() {
    helpedByLast();
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(last, "no");
    street.passes(Duration.ZERO);
    assertThat(offers(near)).isEqualTo(1);
  }

  @Test
  void whatCannotWaitWaitsForNobody() {
    helpedByLast();
    street.says(edna, "please, it is freezing");
    street.passes(Duration.ZERO);
    assertThat(offers(last)).isEqualTo(1);
    assertThat(offers(near)).isEqualTo(1);
  }

  @Test
  void silenceAfterDoneMakesThemKnownTooAndWhatDidNotArriveDoesNot() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(near, "yes");
    street.says(near, "done");
    street.passes(Duration.ofMinutes(30));
    street.says(edna, "no");
    assertThat(street.people.get(edna).ties()).isEqualTo(Ties.NONE);
    street.passes(Duration.ZERO);
    street.taps(next, street.theRequest(), "take");
    street.says(next, "done");
    street.passes(Duration.ofDays(2));
    assertThat(street.people.get(edna).ties().helpers()).containsExactly(new Ties.Helped(next, 1));
  }

  @Test
  void thoseWhoHadNoTurnHaveItNext() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    assertThat(offers(last)).isZero();
    street.says(street.resident("tom"), "please");
    street.passes(Duration.ZERO);
    assertThat(offers(last)).isEqualTo(1);
    assertThat(inThread().getLast().text()).contains("last", "job.why-never-asked");
  }

  @Test
  void thoseWhoShouldNotMeetAreNotBroughtTogetherEvenIfTheyAreTheOnlyOnes() {
    street.people.put(edna, street.people.get(edna).tied(Ties.NONE.apartFrom(near)));
    street.says(edna, "please");
    street.passes(Duration.ofHours(1));
    assertThat(offers(near)).isZero();
    assertThat(offers(next)).isEqualTo(1);
    assertThat(street.sent.toString()).doesNotContain("apart");
  }

  @Test
  void atNightWhatCannotWaitGoesToThoseOnDutyAndToNobodyElse() {
    street.now = NIGHT;
    street.says(next, "on-duty");
    street.says(edna, "please, it is freezing");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(next)).containsExactly("common.on-duty", "job.offered");
    assertThat(offers(near)).isZero();
    assertThat(street.theRequest().search().step()).as("the waves are kept for the day").isZero();

    street.passes(Duration.ofHours(8));
    assertThat(offers(near)).isEqualTo(1);
  }

  @Test
  void whatIsWantedBeforeTheMorningGoesToThoseOnDutyAsSoonAsItCannotWait() {
    street.now = THE_NIGHT_BEFORE;
    street.says(next, "on-duty");
    street.says(edna, "please by six");
    street.passes(Duration.ofHours(2));
    assertThat(offers(next)).as("there is time yet").isZero();
    street.passes(Duration.ofHours(1));
    assertThat(offers(next)).isEqualTo(1);
    assertThat(offers(near)).isZero();
  }

  @Test
  void whereNobodyIsOnDutyAnOfficerHearsOfItWhileThereIsTime() {
    street.now = THE_NIGHT_BEFORE;
    street.says(edna, "please by six");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(edna)).endsWith("request-help.unfilled");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.UNFILLED);
    assertThat(street.alarms).containsKey("officer/" + street.theRequest().id());
  }

  @Test
  void whoIsOffDutyAgainIsLeftInPeaceAtNight() {
    street.says(next, "on-duty");
    street.says(next, "off-duty");
    street.now = NIGHT;
    street.says(edna, "please, it is freezing");
    street.passes(Duration.ofHours(8));
    assertThat(offers(next)).isZero();
    street.passes(Duration.ofHours(1));
    assertThat(offers(next)).isEqualTo(1);
  }

  @Test
  void dutyEndsByItself() {
    street.says(next, "on-duty");
    street.passes(Duration.ofHours(12));
    street.says(edna, "please, it is freezing");
    street.passes(Duration.ofHours(6));
    assertThat(offers(next)).isZero();
  }

  @Test
  void whatCanWaitWaitsForTheMorningEvenForThoseOnDuty() {
    street.now = NIGHT;
    street.says(next, "on-duty");
    street.says(edna, "please");
    street.passes(Duration.ofHours(8));
    assertThat(offers(next)).isZero();
  }

  @Test
  void onlyVolunteersGoOnDuty() {
    street.says(edna, "on-duty");
    assertThat(street.told(edna)).containsExactly("common.not-volunteer");
  }

  @Test
  void theGroupIsToldOfEachWaveAndOfNobodyTwice() {
    street.volunteer("far", 1500);
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.passes(Duration.ofMinutes(5));
    assertThat(inThread()).hasSize(2);
    assertThat(inThread().getFirst().text()).contains("near", "next").doesNotContain("far");
    assertThat(inThread().getLast().text()).contains("last", "far").doesNotContain("near,");
    assertThat(inThread().toString()).doesNotContain("Edna", "3HN", "4711");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }
}
