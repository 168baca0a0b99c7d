package org.doorstep.desk;

import org.doorstep.bridge.Case;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** Ends: of a stay, of a form, of what is known about somebody. */
final class Farewell {

  private final Jobs jobs;
  private final Turns turns;
  private final HandOvers handOvers;
  private final Residents residents;
  private final RegularHelp regularHelp;
  private final LeftBehind leftBehind;
  private final Cases cases;

  Farewell(
      Jobs jobs,
      Turns turns,
      HandOvers handOvers,
      Residents residents,
      RegularHelp regularHelp,
      LeftBehind leftBehind,
      Cases cases) {
    this.jobs = jobs;
    this.turns = turns;
    this.handOvers = handOvers;
    this.residents = residents;
    this.regularHelp = regularHelp;
    this.leftBehind = leftBehind;
    this.cases = cases;
  }

  /** They leave: what they hold goes back, what they asked for is dropped. */
  void letGo(Draft draft, Person me) {
    regularHelp.ended(draft, me);
    handBack(draft, me);
    for (HelpRequest request : draft.requests()) {
      boolean theirs = request.resident().equals(me.id());
      switch (request) {
        case HelpRequest.Claimed c when theirs -> residents.cancel(draft, c);
        case Open o when theirs -> residents.cancel(draft, o);
        case WithOfficer w when theirs -> residents.cancel(draft, w);
        case Delivered d when theirs ->
            residents.close(draft, d.close(Outcome.ASSUMED_DONE, draft.now()));
        case HelpRequest r -> {}
      }
    }
  }

  /** They volunteer no more: what they hold, or stand by for, goes to the others. */
  void handBack(Draft draft, Person me) {
    regularHelp.handedBack(draft, me);
    for (HelpRequest request : draft.requests()) {
      switch (request) {
        case HelpRequest.Claimed c when c.holder().equals(me.id()) -> jobs.reopen(draft, c, false);
        case Kept k when k.volunteer().equals(me.id()) -> turns.next(draft, k, k.declined());
        case HelpRequest.Claimed c when me.id().equals(c.offeredTo()) -> {
          handOvers.refused(draft, me, c);
          if (c.standby().holds(me.id())) turns.left(draft, me.id(), c.notTakenOver());
        }
        case HelpRequest r when r.standby().holds(me.id()) -> turns.left(draft, me.id(), r);
        case HelpRequest r -> {}
      }
    }
  }

  /** Nothing about them can be read any more. */
  void forget(Draft draft, PersonId person) {
    draft.person(person).ifPresent(known -> leave(draft, known));
    for (HelpRequest request : draft.requests()) {
      if (request.resident().equals(person)) {
        draft.change("request/" + request.id(), new Change.RequestGone(request.id()));
        draft.silence(new Alarm.Expired(request.id()).key());
      }
    }
    leftBehind.forgotten(draft, person);
    draft.things().stream().filter(t -> t.owner().equals(person)).forEach(draft::end);
    for (Case c : draft.cases()) {
      if (c.person().equals(person)) {
        draft.silence(new Alarm.Unacknowledged(c.id(), 0).key());
        draft.silence(new Alarm.CaseExpired(c.id()).key());
        cases.bare(draft, c);
        draft.change("case/" + c.id(), new Change.CaseGone(c));
      }
    }
    draft.change("conversation/" + person, new Change.ConversationOver(person));
    draft.silence(new Alarm.FormLeft(person, "").key());
    draft.silence(new Alarm.Applied(person, draft.now(), 0).key());
    draft.think(person, null);
    draft.silence(new Alarm.FormTimer(person, "", draft.now()).key());
    draft.silence(new Alarm.AskLater(person, "").key());
    draft.silence(new Alarm.HomeDue(person).key());
    draft.silence(new Alarm.LongSilent(person).key());
    Office office = draft.office();
    if (!office.without(person).equals(office)) draft.put(office.without(person));
    draft.change("person/" + person, new Change.PersonGone(person));
    draft.fact(new Fact.PersonForgotten(person));
  }

  /** Whoever was a volunteer, or on a list of some, does not come back by a list. */
  private void leave(Draft draft, Person me) {
    letGo(draft, me);
    if (me.volunteering() != null || draft.invitation() != null) {
      draft.change("declined/" + me.id(), new Change.Declined(me.id()));
    }
    draft.invitationOver();
  }

  /** It may have been opened again since. */
  void expired(Draft draft, Alarm.Expired alarm) {
    boolean open =
        draft
            .request(alarm.request().value())
            .filter(request -> !(request instanceof HelpRequest.Closed))
            .isPresent();
    if (open) return;
    draft.change("request/" + alarm.request(), new Change.RequestGone(alarm.request()));
    draft.fact(new Fact.WordsExpired(alarm.request()));
  }

  /** Whoever left a form alone for days is not held to it; the record is dropped without a word. */
  void formLeft(Draft draft, Alarm.FormLeft alarm) {
    draft.change("conversation/" + alarm.person(), new Change.ConversationOver(alarm.person()));
  }
}
