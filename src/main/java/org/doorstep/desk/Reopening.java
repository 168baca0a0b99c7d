package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.HashSet;
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
    opened(draft, lead, closed, open.get(), closed.helper());
    for (HelpRequest other : Parts.others(draft, closed)) {
      if (other instanceof HelpRequest.Closed c && c.outcome() == closed.outcome()) {
        c.reopened().ifPresent(too -> waits(draft, c, too, c.helper()));
      }
    }
  }

  /**
   * The volunteer says that it is done, and whoever runs the group knows better. Of a job for
   * several people all is open again that is said to be done, as if the resident had said no.
   */
  void reopen(Draft draft, Lead lead, Delivered delivered) {
    opened(draft, lead, delivered, delivered.notArrived(), delivered.holder());
    for (HelpRequest other : Parts.others(draft, delivered)) {
      if (other instanceof Delivered d) waits(draft, d, d.notArrived(), d.holder());
    }
  }

  /** Another part of a job for several people waits for its turn, or is the next in line's. */
  private void waits(Draft draft, HelpRequest before, Open open, @Nullable PersonId helper) {
    Open alike = Parts.alike(draft, open);
    goesOn(draft, again(draft, before, late(draft, alike) ? notYet(alike) : alike, helper));
  }

  /** Who would be sent out too late is not looked for: an officer is reminded of it. */
  private void goesOn(Draft draft, Open now) {
    if (now.search().handedOver()) Reminders.set(draft, now);
    else turns.begin(draft, now);
  }

  /** Nobody is sent out too late. */
  private static Open notYet(Open open) {
    return open instanceof HelpRequest.Seeking s ? s.passedOn() : open;
  }

  private static boolean late(Draft draft, Open open) {
    Instant deadline = draft.deadline(open);
    return deadline != null && !deadline.isAfter(draft.now());
  }

  /** Nobody who has another part of it, or has said no to one since, is asked for this one. */
  private Open again(Draft draft, HelpRequest before, Open open, @Nullable PersonId helper) {
    Set<PersonId> not = new HashSet<>();
    for (HelpRequest other : Parts.others(draft, open)) not.addAll(other.search().declined());
    if (helper != null) not.remove(helper); // they had this one
    not.addAll(Parts.holders(Parts.others(draft, open)));
    Open now = open;
    if (open instanceof HelpRequest.Seeking s && !not.isEmpty()) now = s.without(not);
    draft.silence(new Alarm.Expired(now.id()).key());
    draft.silence(new Alarm.DidItArrive(now.id(), 0, false).key());
    draft.put(now);
    draft.fact(new Fact.Reopened(now.id()));
    board.update(draft, now);
    turns.movedUp(draft, before.standby(), now);
    if (helper != null) {
      Wording helpers = wording.to(draft, helper);
      draft.tell(helper, helpers.say("group.reopened-helper", helpers.open(draft, now)), HOLD);
    }
    return now;
  }

  private void opened(
      Draft draft, Lead lead, HelpRequest before, Open again, @Nullable PersonId helper) {
    Open open = Parts.alike(draft, again);
    boolean late = late(draft, open);
    Open now = again(draft, before, late ? notYet(open) : open, helper);
    goesOn(draft, now);
    Wording residents = wording.to(draft, now.resident());
    draft.tell(
        now.resident(), residents.say("group.reopened-resident", residents.open(draft, now)), HOLD);
    toLead.tell(draft, lead, now, late ? "group.reopened-late" : "group.reopened");
  }
}
