package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.Open;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead opens a job again that was over, or said to be done: it was cancelled by mistake, or taken
 * for done and was not. What somebody paid for it stays in the ledger.
 */
final class Reopening {

  /** What an officer has closed, or a volunteer felt unsafe with, is an officer's to open. */
  private static final Set<Outcome> OFFICERS =
      Set.of(Outcome.BY_OFFICER, Outcome.CANCELLED_WITH_OFFICER);

  private final Wording wording;
  private final ToLead toLead;
  private final Board board;
  private final Turns turns;

  Reopening(Wording wording, Board board, Turns turns) {
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.board = board;
    this.turns = turns;
  }

  void reopen(Draft draft, Lead lead, HelpRequest.Closed closed) {
    if (OFFICERS.contains(closed.outcome()) && !Lead.isOfficer(draft)) {
      toLead.tell(draft, lead, closed, "group.reopen-officer");
      return;
    }
    Optional<HelpRequest.Seeking> open = closed.reopened();
    if (open.isEmpty()) {
      toLead.tell(draft, lead, closed, "group.over");
      return;
    }
    draft.silence(new Alarm.Expired(closed.id()).key());
    opened(draft, lead, closed, open.get(), closed.helper());
    for (HelpRequest other : Parts.others(draft, closed)) {
      if (other instanceof HelpRequest.Closed c && c.outcome() == closed.outcome()) too(draft, c);
    }
  }

  /** Another part of a job for several people that ended in the same way waits for its turn. */
  private void too(Draft draft, HelpRequest.Closed part) {
    part.reopened()
        .ifPresent(
            open -> {
              draft.silence(new Alarm.Expired(part.id()).key());
              draft.put(open);
              draft.fact(new Fact.Reopened(open.id()));
              board.reopened(draft, part, open);
            });
  }

  /** The volunteer says that it is done, and whoever runs the group knows better. */
  void reopen(Draft draft, Lead lead, Delivered delivered) {
    draft.silence(new Alarm.DidItArrive(delivered.id(), 0, false).key());
    opened(draft, lead, delivered, delivered.notArrived(), delivered.holder());
  }

  private void opened(
      Draft draft, Lead lead, HelpRequest before, Open open, @Nullable PersonId helper) {
    Instant deadline = draft.deadline(open);
    boolean late = deadline != null && !deadline.isAfter(draft.now());
    Open now = late && open instanceof HelpRequest.Seeking s ? s.passedOn() : open;
    Set<PersonId> others = Parts.holders(Parts.others(draft, now));
    if (now instanceof HelpRequest.Seeking s && !others.isEmpty()) now = s.without(others);
    draft.put(now);
    draft.fact(new Fact.Reopened(now.id()));
    board.reopened(draft, before, now);
    turns.movedUp(draft, before.standby(), now);
    if (now.search().handedOver()) Reminders.set(draft, now); // nobody is sent out too late
    else turns.begin(draft, now);
    Wording residents = wording.to(draft, now.resident());
    draft.tell(
        now.resident(), residents.say("group.reopened-resident", residents.open(draft, now)), HOLD);
    if (helper != null) {
      Wording helpers = wording.to(draft, helper);
      draft.tell(helper, helpers.say("group.reopened-helper", helpers.open(draft, now)), HOLD);
    }
    toLead.tell(draft, lead, now, late ? "group.reopened-late" : "group.reopened");
  }
}
