package org.doorstep.desk;

import java.util.Set;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;

/**
 * Questions that come to somebody by themselves, whatever they are in the middle of. Their buttons
 * say all that an answer needs, so that a tap answers one even while a form is open; what is typed
 * next answers it where none is, and of several the newest.
 */
public final class Unbidden {

  private static final Set<String> ALL =
      Set.of(
          Intake.QUESTION,
          Arrangements.HOW_OFTEN,
          Regular.EACH_TIME,
          Owners.QUESTION,
          Loans.QUESTION,
          Lending.QUESTION,
          PassingOn.CONSENT,
          PassingOn.AGAIN);

  private Unbidden() {}

  /** Whether it is one that waits: another may take its place, and nothing of anybody's is lost. */
  public static boolean waits(Conversation open) {
    return open.flow().equals(Relay.FLOW) && ALL.contains(open.state());
  }

  /** Whether a tap answers one: whoever is in a form goes on with it then. */
  static boolean asked(Tap tap) {
    return Set.of(Orders.FLOW, Regular.FLOW, Stock.FLOW, Triage.FLOW).contains(tap.flow())
        && ALL.contains(tap.state());
  }

  static void ask(Draft draft, PersonId reader, String question, String about) {
    Conversation asked = Relay.question(draft, question, about);
    if (!waits(asked))
      throw new IllegalArgumentException("it does not come by itself: " + question);
    if (draft.person(reader).isPresent()) draft.ask(reader, asked);
  }
}
