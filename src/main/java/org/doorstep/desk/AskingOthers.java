package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;

/** Whoever runs a group has others asked for a job, or opens one again that was over. */
final class AskingOthers {

  private final Wording wording;
  private final ToLead toLead;
  private final Board board;
  private final Jobs jobs;
  private final Residents residents;
  private final Turns turns;
  private final Reopening reopening;

  AskingOthers(Wording wording, Board board, Jobs jobs, Residents residents, Turns turns) {
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.board = board;
    this.jobs = jobs;
    this.residents = residents;
    this.turns = turns;
    this.reopening = new Reopening(wording, board, turns);
  }

  void reopen(Draft draft, Lead lead, HelpRequest job) {
    switch (job) {
      case HelpRequest.Closed closed -> reopening.reopen(draft, lead, closed);
      case Delivered delivered -> reopening.reopen(draft, lead, delivered);
      case HelpRequest open -> again(draft, lead, open);
    }
  }

  void again(Draft draft, Lead lead, HelpRequest job) {
    switch (job) {
      case HelpRequest.Seeking seeking -> {
        HelpRequest.Seeking again = seeking.askedAgain();
        draft.put(again);
        draft.fact(new Fact.OpenedAgain(again.id()));
        Reminders.silence(draft, again);
        board.update(draft, again);
        Parts.others(draft, again).forEach(other -> waitsAgain(draft, other));
        turns.begin(draft, again);
        askedAgain(draft, lead, again);
      }
      case InTriage t -> toLead.tell(draft, lead, job, "group.deciding-first");
      case Kept kept -> {
        putAside(draft, kept, kept.volunteer());
        turns.next(draft, kept, kept.passedOver());
        askedAgain(draft, lead, job);
      }
      case HelpRequest.Claimed claimed -> {
        putAside(draft, claimed, claimed.holder());
        jobs.reopen(draft, claimed, false, "group.asked-again-resident");
        askedAgain(draft, lead, job);
      }
      case WithOfficer with when Lead.isOfficer(draft) -> {
        residents.askAgain(draft, with);
        askedAgain(draft, lead, job);
      }
      case WithOfficer with -> toLead.tell(draft, lead, job, "group.only-an-officer");
      case Delivered d -> toLead.tell(draft, lead, job, "group.over");
      case HelpRequest.Closed c -> toLead.tell(draft, lead, job, "group.over");
    }
  }

  /** Another part that is missing too, and was given up with it. */
  private void waitsAgain(Draft draft, HelpRequest other) {
    if (!(other instanceof HelpRequest.Seeking s) || !s.search().handedOver()) return;
    HelpRequest.Seeking again = s.askedAgain();
    draft.put(again);
    board.update(draft, again);
    draft.fact(new Fact.OpenedAgain(s.id()));
    Reminders.silence(draft, s);
  }

  private void askedAgain(Draft draft, Lead lead, HelpRequest job) {
    toLead.tell(draft, lead, job, "group.asked-again");
  }

  private void putAside(Draft draft, HelpRequest job, PersonId volunteer) {
    Wording theirs = wording.to(draft, volunteer);
    draft.tell(volunteer, theirs.say("group.put-aside", theirs.open(draft, job)), HOLD);
  }
}
