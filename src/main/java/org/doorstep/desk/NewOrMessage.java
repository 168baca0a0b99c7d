package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A resident whom somebody is helping writes what may be a new request or a word to their helper:
 * only they can say which.
 */
final class NewOrMessage {

  private static final String STATE = "new-or-message";
  private static final String QUESTION = "request-help." + STATE;

  private final Wording wording;
  private final Forms forms;
  private final Relay relay;

  NewOrMessage(Wording wording, Forms forms, Relay relay) {
    this.wording = wording;
    this.forms = forms;
    this.relay = relay;
  }

  /** Whether it asks for something by itself, whatever it may be about. */
  static boolean asks(Reading reading, List<HelpRequest> lines) {
    if (reading.intent() != Intent.REQUEST || reading.needs().stream().noneMatch(Found::sure))
      return false;
    boolean whole = reading.when() != null || reading.place() != null;
    return whole || !speaksOf(reading, lines);
  }

  /** Whether all of it is about what is being done already. */
  static boolean speaksOf(Reading reading, List<HelpRequest> lines) {
    return reading.needs().stream()
        .filter(Found::sure)
        .allMatch(
            need ->
                lines.stream().anyMatch(line -> line.particulars().need().equals(need.value())));
  }

  void ask(Draft draft, Person me, HelpRequest line, String text) {
    Relay.keep(draft, me.id(), STATE, text);
    Wording theirs = wording.to(draft, me.id());
    Map<String, String> values = theirs.open(draft, line);
    values.put("volunteer", theirs.name(draft, Relay.otherEnd(line, me.id())));
    draft.tell(me.id(), theirs.say(QUESTION, JobRef.to(line).about(), values), HOLD);
  }

  /**
   * Whether the words are an answer to the question; if so it has been dealt with. Who goes on
   * without an answer is not asked again: what waited goes to their helper, so that it is not lost.
   */
  boolean typed(Draft draft, Person me, String text) {
    String waits = kept(draft.conversation(me));
    if (waits == null) return false;
    Optional<String> choice = wording.to(draft, me.id()).talk().answer(QUESTION, text);
    if (choice.isPresent()) chosen(draft, me, choice.get().equals("new"));
    else helpedBy(draft, me).ifPresent(line -> relay.pass(draft, me, line, waits));
    return choice.isPresent();
  }

  /** They said which; a tap on a question that was answered before changes nothing. */
  void chosen(Draft draft, Person me, boolean fresh) {
    String text = kept(draft.conversation(me));
    if (text != null) draft.converse(me.id(), null);
    if (text == null || (!fresh && helpedBy(draft, me).isEmpty())) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
    } else if (fresh) {
      forms.hear(draft, me, Content.text(text), null);
      somethingElse(draft, me);
    } else {
      relay.pass(draft, me, text);
    }
  }

  /** They are not asked twice whether it is new. */
  private static void somethingElse(Draft draft, Person me) {
    Conversation form = draft.conversation(me);
    List<HelpRequest> lines =
        Relay.lines(draft, me.id()).stream()
            .filter(line -> line.resident().equals(me.id()))
            .toList();
    if (form != null) draft.converse(me.id(), Repeats.not(form, lines));
  }

  /** What somebody is doing for them. */
  static Optional<HelpRequest> helpedBy(Draft draft, Person me) {
    return Relay.lines(draft, me.id()).stream()
        .filter(line -> line.resident().equals(me.id()))
        .findFirst();
  }

  /** The text that waits for an answer, if there is one. */
  static @Nullable String kept(@Nullable Conversation asked) {
    return Relay.kept(asked, STATE);
  }
}
