package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@NullUnmarked
public abstract class ClaimsContract extends PortsContract {

  protected static final RequestId REQUEST = new RequestId("rabcdef1");
  protected static final PersonId ANNA = new PersonId("anna");
  protected static final PersonId BERT = new PersonId("bert");

  private PersonId resident;
  private int events;

  private HelpRequest.Seeking opened(String id) {
    if (resident == null) resident = met("+447700900101").id();
    HelpRequest.Seeking seeking = Samples.seeking(id, resident);
    becomes(seeking);
    return seeking;
  }

  private void becomes(HelpRequest request) {
    happens(Samples.said("E" + ++events, "+447700900101", "x"), new Change.RequestIs(request));
  }

  @Test
  void theFirstWinsAndTheOthersAreToldByWhom() {
    opened("rabcdef1");
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(REQUEST, 1, BERT, 2)).isEqualTo(new ClaimOutcome.TakenBy(ANNA));
  }

  @Test
  void tryingAgainYieldsWonAgain() {
    opened("rabcdef1");
    attempt(REQUEST, 1, ANNA, 1);
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void wonStaysWonAfterItIsWritten() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    attempt(REQUEST, 1, ANNA, 1);
    becomes(seeking.claimedBy(ANNA, NOW));
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(REQUEST, 1, BERT, 1)).isEqualTo(new ClaimOutcome.TakenBy(ANNA));
  }

  @Test
  void aRequestNobodyKnowsIsNotOpen() {
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.NotOpen());
  }

  @Test
  void anAttemptForAnotherRoundIsNotOpen() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    assertThat(attempt(REQUEST, 2, ANNA, 2)).isEqualTo(new ClaimOutcome.NotOpen());
    attempt(REQUEST, 1, ANNA, 2);
    HelpRequest.Claimed claimed = seeking.claimedBy(ANNA, NOW);
    becomes(claimed);
    becomes(claimed.handedBack());
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.NotOpen());
    assertThat(attempt(REQUEST, 2, BERT, 2)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void aRequestThatIsDeliveredOrClosedIsNotOpen() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    HelpRequest.Claimed claimed = seeking.claimedBy(ANNA, NOW);
    becomes(claimed);
    becomes(claimed.reportedDone(NOW));
    assertThat(attempt(REQUEST, 1, BERT, 2)).isEqualTo(new ClaimOutcome.NotOpen());
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.NotOpen());
    becomes(claimed.close(HelpRequest.Closed.Outcome.ARRIVED, NOW));
    assertThat(attempt(REQUEST, 1, BERT, 2)).isEqualTo(new ClaimOutcome.NotOpen());
  }

  @Test
  void aRequestThatIsGoneIsNotOpen() {
    opened("rabcdef1");
    happens(Samples.said("E9", "+447700900101", "x"), new Change.RequestGone(REQUEST));
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.NotOpen());
  }

  @Test
  void nobodyHoldsMoreThanTheCellAllows() {
    opened("rabcdef1");
    opened("rabcdef2");
    opened("rabcdef3");
    attempt(new RequestId("rabcdef1"), 1, ANNA, 2);
    attempt(new RequestId("rabcdef2"), 1, ANNA, 2);
    assertThat(attempt(new RequestId("rabcdef3"), 1, ANNA, 2))
        .isEqualTo(new ClaimOutcome.AtCapacity(2));
    assertThat(attempt(new RequestId("rabcdef2"), 1, ANNA, 2)).isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(new RequestId("rabcdef3"), 1, BERT, 2)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void whatIsDoneOrHandedBackMakesRoom() {
    HelpRequest.Seeking one = opened("rabcdef1");
    opened("rabcdef2");
    opened("rabcdef3");
    attempt(new RequestId("rabcdef1"), 1, ANNA, 1);
    becomes(one.claimedBy(ANNA, NOW));
    assertThat(attempt(new RequestId("rabcdef2"), 1, ANNA, 1))
        .isInstanceOf(ClaimOutcome.AtCapacity.class);
    becomes(one.claimedBy(ANNA, NOW).handedBack());
    assertThat(attempt(new RequestId("rabcdef2"), 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
    becomes(Samples.seeking("rabcdef2", resident).claimedBy(ANNA, NOW).reportedDone(NOW));
    assertThat(attempt(new RequestId("rabcdef3"), 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
    happens(
        Samples.said("E9", "+447700900101", "x"),
        new Change.RequestGone(new RequestId("rabcdef3")));
    opened("rabcdef4");
    assertThat(attempt(new RequestId("rabcdef4"), 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void anotherWaveDoesNotUndoAClaimThatIsAboutToBeWritten() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    attempt(REQUEST, 1, ANNA, 2);
    becomes(seeking.waveSent(List.of(BERT)));
    assertThat(attempt(REQUEST, 1, BERT, 2)).isEqualTo(new ClaimOutcome.TakenBy(ANNA));
    assertThat(attempt(REQUEST, 1, ANNA, 2)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void aHandOverMovesTheClaimAndMakesRoom() {
    HelpRequest.Claimed claimed = opened("rabcdef1").claimedBy(ANNA, NOW);
    opened("rabcdef2");
    attempt(REQUEST, 1, ANNA, 1);
    becomes(claimed);
    becomes(claimed.offeredTo(BERT, NOW));
    assertThat(attempt(REQUEST, 1, BERT, 1)).isEqualTo(new ClaimOutcome.TakenBy(ANNA));
    becomes(claimed.offeredTo(BERT, NOW).takenOver(NOW));
    assertThat(attempt(REQUEST, 2, ANNA, 1)).isEqualTo(new ClaimOutcome.TakenBy(BERT));
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.NotOpen());
    RequestId other = new RequestId("rabcdef2");
    assertThat(attempt(other, 1, BERT, 1)).isEqualTo(new ClaimOutcome.AtCapacity(1));
    assertThat(attempt(other, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void keepingItForOneUndoesAClaimThatWasAboutToBeWritten() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    opened("rabcdef2");
    attempt(REQUEST, 1, ANNA, 1);
    Kept kept = seeking.assignedTo(BERT, NOW);
    becomes(kept);
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.NotOpen());
    assertThat(attempt(new RequestId("rabcdef2"), 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(REQUEST, 2, BERT, 1)).isEqualTo(new ClaimOutcome.Won());
    becomes(kept.passedOver());
    assertThat(attempt(REQUEST, 2, BERT, 1)).isEqualTo(new ClaimOutcome.NotOpen());
    assertThat(attempt(REQUEST, 3, BERT, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void whoStandsByDoesNotTouchTheClaim() {
    HelpRequest.Claimed claimed = opened("rabcdef1").claimedBy(ANNA, NOW);
    attempt(REQUEST, 1, ANNA, 1);
    becomes(claimed);
    becomes(claimed.stoodBy(BERT, NOW));
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
    assertThat(attempt(REQUEST, 1, BERT, 1)).isEqualTo(new ClaimOutcome.TakenBy(ANNA));
    becomes(claimed.stoodBy(BERT, NOW).handedBack());
    assertThat(attempt(REQUEST, 2, BERT, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void whatAnOfficerLooksAfterIsNotOpen() {
    HelpRequest.Claimed claimed = opened("rabcdef1").claimedBy(ANNA, NOW);
    attempt(REQUEST, 1, ANNA, 1);
    becomes(claimed);
    WithOfficer with = claimed.feltUnsafe(NOW);
    becomes(with);
    assertThat(attempt(REQUEST, with.search().round(), BERT, 1))
        .isEqualTo(new ClaimOutcome.NotOpen());
    becomes(with.askedAgain());
    assertThat(attempt(REQUEST, with.askedAgain().search().round(), BERT, 1))
        .isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void closingUndoesAClaimThatWasNeverWritten() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    opened("rabcdef2");
    attempt(REQUEST, 1, ANNA, 1);
    becomes(seeking.close(HelpRequest.Closed.Outcome.CANCELLED, NOW));
    assertThat(attempt(REQUEST, 1, ANNA, 1)).isEqualTo(new ClaimOutcome.NotOpen());
    assertThat(attempt(new RequestId("rabcdef2"), 1, ANNA, 1)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void aClaimThatAnotherWonIsNotWritten() {
    HelpRequest.Seeking seeking = opened("rabcdef1");
    attempt(REQUEST, 1, ANNA, 2);
    Inbox.Entry entry = arrive(Samples.said("SM9", "+447700900101", "x"));
    Dossier dossier = open(entry);
    assertThat(commit(entry, dossier, settled(new Change.RequestIs(seeking.claimedBy(BERT, NOW)))))
        .isEqualTo(Casebook.Outcome.STALE);
    assertThat(commit(entry, dossier, settled(new Change.RequestIs(seeking.claimedBy(ANNA, NOW)))))
        .isEqualTo(Casebook.Outcome.DONE);
  }

  @Test
  void whoLostTheCellClaimsNothing() {
    opened("rabcdef1");
    Holding old = holding;
    holding = changeHands();
    assertThatThrownBy(
            () -> await(ports.claims().attempt(old, new ClaimAttempt(REQUEST, 1, ANNA, 2))))
        .isInstanceOf(Lost.class);
    assertThat(attempt(REQUEST, 1, BERT, 2)).isEqualTo(new ClaimOutcome.Won());
  }

  @Test
  void ofFiveHundredAtTheSameInstantOneWins() {
    opened("rabcdef1");
    List<ClaimOutcome> outcomes =
        await(
            Flux.fromStream(IntStream.range(0, 500).mapToObj(i -> new PersonId("v" + i)))
                .flatMap(
                    v -> ports.claims().attempt(holding, new ClaimAttempt(REQUEST, 1, v, 2)), 500)
                .collectList());
    assertThat(outcomes).filteredOn(o -> o instanceof ClaimOutcome.Won).hasSize(1);
    List<PersonId> named =
        outcomes.stream()
            .filter(o -> o instanceof ClaimOutcome.TakenBy)
            .map(o -> ((ClaimOutcome.TakenBy) o).holder())
            .toList();
    assertThat(named).hasSize(499);
    assertThat(named.stream().distinct()).hasSize(1);
    assertThat(attempt(REQUEST, 1, named.getFirst(), 2)).isEqualTo(new ClaimOutcome.Won());
  }
}
