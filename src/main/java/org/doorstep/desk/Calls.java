package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/** Asks whoever's turn it is to look at a case: in its thread, in Slack elsewhere, or by text. */
final class Calls {

  /** The flow that their words stand in. */
  static final String FLOW = "safeguarding";

  private final Wording wording;

  Calls(Wording wording) {
    this.wording = wording;
  }

  /**
   * Whose turn it is; and when the next is asked, if nobody takes it.
   *
   * @param line what is said to whoever is mentioned
   */
  void make(Draft draft, Case.Waiting waiting, String line) {
    Ladder ladder = Ladder.of(draft, waiting);
    switch (ladder.at(waiting.told())) {
      case Ladder.Rung.Told told -> mention(draft, waiting, told.officer(), line);
      case Ladder.Rung.Called called -> call(draft, waiting, called.contact());
    }
    draft.wake(
        new Alarm.Unacknowledged(waiting.id(), waiting.told()),
        draft.now().plus(ladder.patience(waiting.told())));
  }

  private void mention(Draft draft, Case theCase, Officer officer, String line) {
    Audits.note(draft, theCase, Audit.Kind.TOLD, officer.slackUser());
    inThread(draft, theCase, line, officer.name(), officer.slackUser());
  }

  private void call(Draft draft, Case theCase, Contact contact) {
    Audits.note(draft, theCase, Audit.Kind.CALLED, contact.name());
    Wording theirs = wording.toCell(draft);
    String what = theCase.isSealed() ? "call-sealed" : "call";
    Utterance call =
        theirs.say(
            FLOW + "." + what,
            theCase.id().value(),
            Map.of("time", theirs.clock(draft, theCase.matter().openedAt())));
    String number = contact.number();
    if (number != null) {
      draft.say(new Outgoing.TextMessage(draft.nextId(), number, call.text()));
      inThread(draft, theCase, FLOW + ".called-by-text", contact.name(), null);
      return;
    }
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            contact.address(),
            "called/" + theCase.id() + "/" + Derived.id(draft.cause().id(), "called"),
            new Card(call.text(), List.of(), null, call.choices()),
            true,
            Set.of()));
    inThread(draft, theCase, FLOW + ".called", contact.name(), null);
  }

  /** A line of ours that names nobody but those who look at cases. */
  void inThread(Draft draft, Case theCase, String id, String officer, @Nullable String mention) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            Cases.anchor(theCase),
            wording.toCell(draft).words(id, Map.of("officer", officer)),
            null,
            mention,
            true,
            Set.of(theCase.person())));
  }
}
