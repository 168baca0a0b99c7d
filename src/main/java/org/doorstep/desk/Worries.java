package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;

/** A volunteer is worried about somebody, or did not feel safe. */
final class Worries {

  private final Wording wording;
  private final Board board;
  private final Cases cases;
  private final Turns turns;
  private final HandOvers handOvers;

  Worries(Wording wording, Board board, Cases cases, Turns turns, HandOvers handOvers) {
    this.wording = wording;
    this.board = board;
    this.cases = cases;
    this.turns = turns;
    this.handOvers = handOvers;
  }

  void worried(Draft draft, Person volunteer, Optional<HelpRequest> about, @Nullable String words) {
    cases.open(draft, Reason.WORRIED, volunteer.id(), about.orElse(null), words);
    draft.person(volunteer.id()).map(p -> p.quiet(true)).ifPresent(draft::put);
    draft.tell(
        volunteer.id(),
        wording
            .to(draft, volunteer.id())
            .say("case.worried-advice", Map.of("coordinator", wording.coordinator(draft))),
        HOLD);
  }

  /** No neighbour is sent there again: officers hear of both, and the resident of theirs. */
  void unsafe(Draft draft, Person volunteer, HelpRequest.Claimed claimed, @Nullable String words) {
    worried(draft, volunteer, Optional.of(claimed), words);
    WithOfficer withOfficer = claimed.feltUnsafe(draft.now());
    draft.put(withOfficer);
    draft.silence(Jobs.silenceKey(claimed));
    handOvers.calledOff(draft, claimed);
    turns.release(draft, claimed);
    cases.open(draft, Reason.NOT_FOR_NEIGHBOURS, withOfficer.resident(), withOfficer, null);
    Wording residents = wording.to(draft, withOfficer.resident());
    draft.tell(
        withOfficer.resident(),
        residents.say("request-help.with-officer", residents.open(draft, withOfficer)),
        HOLD);
    board.update(draft, withOfficer);
    Reminders.set(draft, withOfficer);
  }
}
