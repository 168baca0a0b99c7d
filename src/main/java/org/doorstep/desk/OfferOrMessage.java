package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an open line writes that they have a thing to spare: for whoever needs one, or for
 * the one at the other end. Only they can say which.
 */
final class OfferOrMessage {

  private static final String STATE = "offer-or-message";
  private static final String QUESTION = Stock.FLOW + "." + STATE;

  private final Wording wording;
  private final Forms forms;
  private final Relay relay;

  OfferOrMessage(Wording wording, Forms forms, Relay relay) {
    this.wording = wording;
    this.forms = forms;
    this.relay = relay;
  }

  /** Whether somebody may be meant by it. */
  static boolean may(Draft draft, Person me) {
    return !Relay.lines(draft, me.id()).isEmpty();
  }

  void ask(Draft draft, Person me, String text) {
    List<HelpRequest> lines = Relay.lines(draft, me.id());
    Relay.keep(draft, me.id(), STATE, text);
    Wording theirs = wording.to(draft, me.id());
    List<PersonId> others =
        lines.stream().map(line -> Relay.otherEnd(line, me.id())).distinct().toList();
    Map<String, String> values = new LinkedHashMap<>();
    values.put(
        "name",
        others.stream().map(other -> theirs.name(draft, other)).collect(Collectors.joining(", ")));
    draft.tell(
        me.id(),
        theirs.say(QUESTION, JobRef.to(lines.getFirst()).about(), values),
        HOLD,
        others.toArray(PersonId[]::new));
  }

  /**
   * Whether the words are an answer to the question; if so it has been dealt with. Who goes on
   * without an answer is not asked again: what waited is passed on, so that it is not lost.
   */
  boolean typed(Draft draft, Person me, String text) {
    String waits = kept(draft.conversation(me));
    if (waits == null) return false;
    Optional<String> choice = wording.to(draft, me.id()).talk().answer(QUESTION, text);
    List<HelpRequest> lines = Relay.lines(draft, me.id());
    if (choice.isPresent()) {
      chosen(draft, me, choice.get().equals("offer"));
    } else if (lines.size() == 1) {
      relay.pass(draft, me, lines.getFirst(), waits);
    } else if (lines.size() > 1) {
      relay.pass(draft, me, waits + "\n" + text);
      return true;
    }
    return choice.isPresent();
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(Stock.FLOW) && tap.state().equals(STATE);
  }

  /** They said which; a tap on a question that was answered before changes nothing. */
  void chosen(Draft draft, Person me, boolean offer) {
    String text = kept(draft.conversation(me));
    if (text != null) draft.converse(me.id(), null);
    if (text == null || (!offer && !may(draft, me))) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    } else if (offer) {
      forms.hear(draft, me, Content.text(text), null);
    } else {
      relay.pass(draft, me, text);
    }
  }

  /** The text that waits for an answer, if there is one. */
  static @Nullable String kept(@Nullable Conversation asked) {
    return Relay.kept(asked, STATE);
  }
}
