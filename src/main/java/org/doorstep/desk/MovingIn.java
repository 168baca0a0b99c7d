package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Reason;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;

/** Living with somebody is not for neighbours to arrange; officers hear of it with a yes only. */
final class MovingIn {

  private static final String STATE = "moving-in";
  private static final String QUESTION = Calls.FLOW + "." + STATE;

  private final Wording wording;
  private final Cases cases;

  MovingIn(Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
  }

  boolean ask(Draft draft, Person me, String text) {
    Relay.keep(draft, me.id(), STATE, text);
    tell(draft, me, STATE);
    return true;
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(Calls.FLOW) && tap.state().equals(STATE);
  }

  /** Whether the words are an answer; who goes on without one has not said yes. */
  boolean typed(Draft draft, Person me, String text) {
    if (Relay.kept(draft.conversation(me), STATE) == null) return false;
    Optional<String> choice = wording.to(draft, me.id()).talk().answer(QUESTION, text);
    choice.ifPresent(answer -> chosen(draft, me, answer.equals("yes")));
    return choice.isPresent();
  }

  void chosen(Draft draft, Person me, boolean yes) {
    String text = Relay.kept(draft.conversation(me), STATE);
    if (text == null) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
      return;
    }
    draft.converse(me.id(), null);
    if (yes) cases.open(draft, Reason.MOVING_IN, me.id(), null, text);
    tell(draft, me, yes ? "moving-passed-on" : "moving-kept");
  }

  private void tell(Draft draft, Person me, String id) {
    Wording theirs = wording.to(draft, me.id());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("officer", wording.coordinator(draft));
    String contact = draft.cell().response().contact();
    values.put("contact", contact == null ? wording.coordinator(draft) : contact);
    draft.tell(me.id(), theirs.say(Calls.FLOW + "." + id, "moving-in", values), HOLD);
  }
}
