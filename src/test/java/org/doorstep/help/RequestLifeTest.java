package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;

class RequestLifeTest {

  private static final Instant NOW = Instant.parse("2026-03-18T14:30:00Z");
  private static final PersonId EDNA = new PersonId("edna");
  private static final PersonId PRIYA = new PersonId("priya");
  private static final PersonId OLEK = new PersonId("olek");

  private final HelpRequest.Seeking open = HelpRequest.open(particulars());

  @Test
  void aWaveRemembersWhoWasAsked() {
    HelpRequest.Seeking sent = open.waveSent(List.of(PRIYA, OLEK));
    assertThat(sent.search().asked()).containsExactly(PRIYA, OLEK);
    assertThat(sent.search().wave()).isEqualTo(1);
    assertThat(sent.involved()).containsExactlyInAnyOrder(EDNA, PRIYA, OLEK);
  }

  @Test
  void wavesAsideDoNotUseUpTheCellsList() {
    HelpRequest.Seeking alone = open.sentAside(List.of(PRIYA), true);
    assertThat(alone.search().wave()).isEqualTo(1);
    assertThat(alone.search().step()).isZero();
    assertThat(alone.search().alone()).isTrue();
    HelpRequest.Seeking wider = alone.waveSent(List.of(OLEK));
    assertThat(wider.search().step()).isEqualTo(1);
    assertThat(wider.search().alone()).isFalse();
    assertThat(wider.search().asked()).containsExactly(PRIYA, OLEK);
    assertThat(wider.declinedBy(PRIYA).search().step()).isEqualTo(1);
  }

  @Test
  void whatIsHandedBackIsLookedForAgainWithoutTheOneWhoHadIt() {
    HelpRequest.Seeking again =
        open.waveSent(List.of(PRIYA, OLEK)).claimedBy(PRIYA, NOW).handedBack();
    assertThat(again.search().round()).isEqualTo(2);
    assertThat(again.search().wave()).isZero();
    assertThat(again.search().declined()).containsExactly(PRIYA);
    assertThat(again.search().asked()).containsExactly(PRIYA);
  }

  @Test
  void whatDidNotArriveIsLookedForAgain() {
    HelpRequest.Seeking again =
        open.waveSent(List.of(PRIYA)).claimedBy(PRIYA, NOW).reportedDone(NOW).notArrived();
    assertThat(again.search().round()).isEqualTo(2);
    assertThat(again.search().handedOver()).isFalse();
  }

  @Test
  void aHolderFromOutsideTheWavesIsInvolved() {
    assertThat(open.claimedBy(OLEK, NOW).involved()).contains(OLEK, EDNA);
  }

  private static Particulars particulars() {
    return new Particulars(
        new RequestId("rabcdef"),
        EDNA,
        new Need("prescription"),
        "a prescription please",
        null,
        new Place("LS6 3HN", "LS6", new Point(53.82, -1.575), true),
        When.whenever(),
        "self",
        Set.of(),
        null,
        "hyde-park",
        NOW,
        List.of());
  }
}
