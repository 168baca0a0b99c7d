package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Turn;
import org.jspecify.annotations.Nullable;

/** Whom a lead has put on a list: they are asked when they first write, and may say no. */
final class Invitations {

  private static final String FLOW = "join";
  private static final String STATE = "invited";
  private static final String QUESTION = FLOW + "." + STATE;

  private final Wording wording;
  private final Joining joining;

  Invitations(Wording wording, Joining joining) {
    this.wording = wording;
    this.joining = joining;
  }

  void ask(Draft draft, Person me, Invitation invitation, String text) {
    Relay.keep(draft, me.id(), STATE, text);
    tell(draft, me, QUESTION, invitation);
  }

  /**
   * Whether a form would ask in vain, or what their list says already: they are told that instead.
   */
  boolean known(Draft draft, Person me, Turn form, String text) {
    Invitation invitation = listed(draft.invitation());
    if (form.next() == null || !form.next().flow().equals(FLOW)) return false;
    if (invitation == null) return joining.shut(draft, me, form);
    ask(draft, me, invitation, text);
    return true;
  }

  /** Whoever was invited by a number alone has yet to say what they offer. */
  static @Nullable Invitation listed(@Nullable Invitation invitation) {
    return invitation == null || invitation.offer() == null ? null : invitation;
  }

  /** Whether the words are an answer; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    if (joining.typed(draft, me, text)) return true;
    Invitation invitation = listed(draft.invitation());
    if (invitation == null || Relay.kept(draft.conversation(me), STATE) == null) return false;
    Optional<String> choice = wording.to(draft, me.id()).talk().answer(QUESTION, text);
    choice.ifPresent(key -> chosen(draft, me, invitation, key));
    return choice.isPresent();
  }

  static boolean about(Tap tap) {
    return (tap.flow().equals(FLOW) && tap.state().equals(STATE)) || Joining.about(tap);
  }

  /** A tap on a question that was answered before, or that is too old, changes nothing. */
  void tapped(Draft draft, Person me, Tap tap) {
    Invitation invitation = listed(draft.invitation());
    if (Joining.about(tap)) joining.tapped(draft, me);
    else if (invitation != null) chosen(draft, me, invitation, tap.choice());
    else draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  private void chosen(Draft draft, Person me, Invitation invitation, String choice) {
    if (Relay.kept(draft.conversation(me), STATE) != null) draft.converse(me.id(), null);
    boolean agrees = choice.equals("agree");
    if (!agrees) declines(draft, me);
    if (!agrees || joins(draft, me, invitation)) {
      tell(draft, me, QUESTION + (agrees ? "-yes" : "-no"), invitation);
    }
  }

  private boolean joins(Draft draft, Person me, Invitation invitation) {
    Volunteering offer = Objects.requireNonNull(invitation.offer());
    String name = me.name() == null ? invitation.name() : me.name();
    Person named = name == null ? me : me.named(name);
    return joining.offers(draft, named, offer.joined(draft.now()));
  }

  /** They do not want to be on a list, by whatever words they said so. */
  static void declines(Draft draft, Person me) {
    if (draft.invitation() == null) return;
    draft.invitationOver();
    draft.change("declined/" + me.id(), new Change.Declined(me.id()));
  }

  private void tell(Draft draft, Person me, String id, Invitation invitation) {
    Map<String, String> values = new LinkedHashMap<>();
    Wording.put(values, "name", me.name() == null ? invitation.name() : me.name());
    values.put(
        "group", draft.cell().groupFor(Objects.requireNonNull(invitation.offer()).home()).name());
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, values), HOLD);
  }
}
