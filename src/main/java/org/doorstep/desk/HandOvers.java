package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.util.Map;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Utterance;

/** From one volunteer to another whom they name. They have it until the other one says yes. */
final class HandOvers {

  private final Wording wording;
  private final Board board;
  private final Holders holders;
  private final Turns turns;
  private final Guidance guidance;

  HandOvers(Wording wording, Board board, Holders holders, Turns turns, Guidance guidance) {
    this.wording = wording;
    this.board = board;
    this.holders = holders;
    this.turns = turns;
    this.guidance = guidance;
  }

  void ask(Draft draft, HelpRequest.Claimed claimed, Person other) {
    PersonId before = claimed.offeredTo();
    if (before != null && !before.equals(other.id())) calledOff(draft, claimed);
    HelpRequest.Claimed asked = claimed.offeredTo(other.id(), draft.now());
    draft.put(asked);
    draft.fact(new Fact.HandOverAsked(asked.id(), asked.holder(), other.id()));
    holders.watch(draft, asked);
    draft.tell(
        other.id(), question(draft, asked, other), TEMPLATE, asked.resident(), asked.holder());
    Wording theirs = wording.to(draft, asked.holder());
    draft.tell(
        asked.holder(),
        theirs.say("job.hand-over-waits", Map.of("volunteer", theirs.name(other))),
        HOLD,
        other.id());
  }

  private Utterance question(Draft draft, HelpRequest.Claimed asked, Person other) {
    Wording theirs = wording.in(other.language());
    Volunteering offer = other.volunteering();
    Map<String, String> values =
        offer == null
            ? theirs.open(draft, asked)
            : theirs.offered(
                draft, asked, offer.home().point().to(asked.particulars().place().point()));
    values.put("volunteer", theirs.name(draft, asked.holder()));
    return theirs.say("job.hand-over", JobRef.to(asked).about(), values);
  }

  /** Who takes it over may hold no more than anybody else. */
  void accepted(Draft draft, Person other, HelpRequest.Claimed claimed) {
    int limit = draft.cell().rules().holdAtMost();
    long holds =
        draft.requests().stream()
            .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(other.id()))
            .count();
    if (holds >= limit) {
      Wording theirs = wording.to(draft, other.id());
      Map<String, String> values = Map.of("limit", Integer.toString(limit));
      draft.tell(other.id(), theirs.say("job.at-capacity", values), HOLD);
      return;
    }
    HelpRequest.Claimed taken = claimed.takenOver(draft.now());
    draft.put(taken);
    draft.fact(new Fact.HandedOver(taken.id(), claimed.holder(), other.id()));
    guidance.with(draft, taken);
    holders.told(draft, taken);
    Wording giver = wording.to(draft, claimed.holder());
    Map<String, String> done = giver.open(draft, taken);
    done.put("volunteer", giver.name(draft, other.id()));
    draft.tell(claimed.holder(), giver.say("job.hand-over-done", done), HOLD, other.id());
    Wording residents = wording.to(draft, taken.resident());
    Map<String, String> values = residents.open(draft, taken);
    values.put("volunteer", residents.name(draft, other.id()));
    draft.tell(
        taken.resident(), residents.say("request-help.taken-over", values), HOLD, other.id());
    turns.movedUp(draft, claimed.standby(), taken);
    board.update(draft, taken);
    holders.watch(draft, taken);
  }

  void refused(Draft draft, Person other, HelpRequest.Claimed claimed) {
    draft.put(claimed.notTakenOver());
    draft.fact(new Fact.HandOverRefused(claimed.id(), other.id()));
    draft.tell(other.id(), wording.to(draft, other.id()).say("job.declined"), DROP);
    Wording giver = wording.to(draft, claimed.holder());
    Map<String, String> values = giver.open(draft, claimed);
    values.put("volunteer", giver.name(draft, other.id()));
    draft.tell(claimed.holder(), giver.say("job.hand-over-refused", values), HOLD, other.id());
  }

  /** It has become something else before they answered. */
  void calledOff(Draft draft, HelpRequest.Claimed claimed) {
    PersonId other = claimed.offeredTo();
    if (other == null) return;
    Wording theirs = wording.to(draft, other);
    draft.tell(other, theirs.say("job.hand-over-off", theirs.open(draft, claimed)), DROP);
  }
}
