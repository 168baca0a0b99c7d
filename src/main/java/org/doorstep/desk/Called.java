package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Contact;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;

/** A named contact who was called answers: by a word in reply to the text message, or by a tap. */
final class Called {

  private static final String TAKES = "acknowledge";

  private final Wording wording;
  private final Cases cases;

  Called(Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
  }

  /** Whether it was that; if so it has been dealt with. */
  boolean answered(Draft draft, Person me, Inbound.Said said) {
    Contact contact = contact(draft, said).orElse(null);
    if (contact == null) return false;
    Tap tap = Optional.ofNullable(said.content().tap()).flatMap(Tap::decode).orElse(null);
    if (tap != null) return tapped(draft, me, contact, tap);
    List<Case.Waiting> waiting = waiting(draft, contact);
    if (contact.number() == null
        || waiting.isEmpty()
        || !takes(draft, me, said.content().text().strip())) {
      return false;
    }
    waiting.forEach(c -> cases.takenOutside(draft, c, contact));
    tell(draft, me, "call-thanks");
    return true;
  }

  private boolean tapped(Draft draft, Person me, Contact contact, Tap tap) {
    if (!tap.flow().equals(Calls.FLOW) || !tap.choice().equals(TAKES)) return false;
    Case about =
        draft.cases().stream()
            .filter(c -> c.id().value().equals(tap.about()))
            .findFirst()
            .orElse(null);
    if (about instanceof Case.Waiting w && waiting(draft, contact).contains(w)) {
      cases.takenOutside(draft, w, contact);
      tell(draft, me, "call-thanks");
    } else {
      tell(draft, me, "call-over");
    }
    return true;
  }

  /** Those that they were called about, and nobody has taken since. */
  private static List<Case.Waiting> waiting(Draft draft, Contact contact) {
    return draft.cases().stream()
        .flatMap(
            c ->
                c instanceof Case.Waiting w
                    ? Optional.of(w).stream()
                    : Optional.<Case.Waiting>empty().stream())
        .filter(w -> Ladder.of(draft, w).reached(contact, w.told()))
        .toList();
  }

  private boolean takes(Draft draft, Person me, String text) {
    return wording
        .to(draft, me.id())
        .talk()
        .answer(Calls.FLOW + ".call", text)
        .filter(TAKES::equals)
        .isPresent();
  }

  private static Optional<Contact> contact(Draft draft, Inbound.Said said) {
    String from = said.sender().address().value();
    boolean slack = said.sender().address().channel() == Channel.SLACK;
    return draft
        .cell()
        .safeguarding()
        .called()
        .filter(c -> from.equals(slack ? c.slackUser() : c.number()))
        .findFirst();
  }

  private void tell(Draft draft, Person me, String id) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(Calls.FLOW + "." + id), HOLD);
  }
}
