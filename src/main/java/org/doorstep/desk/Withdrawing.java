package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.doorstep.people.Purpose;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * WITHDRAW: what somebody agrees to at the moment, and what follows when they no longer do. It
 * follows in the same commit, and they are told what did.
 */
final class Withdrawing {

  static final String STATE = "withdraw";

  /** As many as a list to pick from holds. */
  private static final int MOST = 10;

  private final Wording wording;
  private final TakingBack takingBack;

  Withdrawing(Wording wording, TakingBack takingBack) {
    this.wording = wording;
    this.takingBack = takingBack;
  }

  /** What they agree to now, whether or not it was noted when they first did. */
  private static List<Consent> standing(Draft draft, Person me) {
    List<Consent> all = new ArrayList<>();
    if (draft.requests().stream().anyMatch(r -> mine(me, r) && !(r instanceof InTriage))) {
      all.add(consent(draft, me, Purpose.HELPED, null, null));
    }
    referrals(draft, me).forEach(c -> all.add(consent(draft, me, c.matter())));
    draft.requests().stream()
        .filter(r -> mine(me, r))
        .flatMap(r -> r instanceof InTriage t ? Stream.of(t) : Stream.of())
        .filter(t -> t.by() instanceof InTriage.Decider.Leads)
        .forEach(t -> all.add(waiting(draft, me, t)));
    if (me.volunteering() != null) {
      all.add(consent(draft, me, Purpose.VOLUNTEERING, null, null));
      if (!me.membership().withoutBulletins()) {
        all.add(consent(draft, me, Purpose.BULLETINS, null, null));
      }
    }
    draft.arrangements().stream()
        .filter(a -> a.resident().equals(me.id()) || a.does(me.id()))
        .forEach(a -> all.add(consent(draft, me, Purpose.REGULAR_HELP, a.id().value(), null)));
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static boolean mine(Person me, HelpRequest request) {
    return request.resident().equals(me.id()) && !request.over();
  }

  static Stream<Case> referrals(Draft draft, Person me) {
    return draft.cases().stream()
        .filter(c -> c.isOpen() && c.person().equals(me.id()))
        .filter(c -> c.matter().reason() == Reason.REFERRAL && c.matter().request() != null);
  }

  private static Consent consent(Draft draft, Person me, Case.Matter matter) {
    String to = matter.partner() == null ? InTriage.OFFICERS : matter.partner();
    String about = matter.request() == null ? null : matter.request().value();
    return consent(draft, me, Purpose.PASSED_ON, about, to);
  }

  private static Consent waiting(Draft draft, Person me, InTriage waiting) {
    String to = waiting.by() instanceof InTriage.Decider.Leads(String whom) ? whom : null;
    return consent(draft, me, Purpose.PASSED_ON, waiting.id().value(), to);
  }

  /** As it was noted, or as if it had been. */
  private static Consent consent(
      Draft draft, Person me, Purpose purpose, @Nullable String about, @Nullable String to) {
    Consent now =
        new Consent(
            purpose,
            Consent.Answer.GIVEN,
            "",
            me.language(),
            me.address().channel(),
            draft.now(),
            about,
            to);
    return me.agreements().standing().stream().filter(now::sameQuestion).findFirst().orElse(now);
  }

  // ---- shown

  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    List<Consent> all = standing(draft, me);
    if (all.isEmpty()) {
      draft.tell(me.id(), theirs.say(Notice.FLOW + ".none"), HOLD);
      return;
    }
    if (draft.conversation(me) == null) Relay.keep(draft, me.id(), STATE, STATE);
    List<Choice> choices = all.stream().map(c -> choice(draft, theirs, c)).toList();
    draft.tell(me.id(), theirs.talk().choose(Notice.FLOW + "." + STATE, Map.of(), choices), HOLD);
  }

  private static Choice choice(Draft draft, Wording theirs, Consent consent) {
    String about = consent.about() == null ? "" : consent.about();
    Tap tap = new Tap(Notice.FLOW, 1, STATE, consent.purpose().key(), about);
    String label = theirs.words(Notice.FLOW + ".label-" + consent.purpose().key(), Map.of());
    String more =
        switch (consent.purpose()) {
          case PASSED_ON ->
              consent.to() == null ? null : PassingOn.called(draft, theirs, consent.to());
          case REGULAR_HELP ->
              draft.arrangement(about).map(a -> theirs.need(a.wanted())).orElse(null);
          case HELPED, VOLUNTEERING, BULLETINS, MESSAGES -> null;
        };
    return new Choice(tap, label, more);
  }

  // ---- taken back

  static boolean about(Tap tap) {
    return tap.flow().equals(Notice.FLOW) && tap.state().equals(STATE);
  }

  /** A number of the list, where there are no buttons. */
  boolean typed(Draft draft, Person me, String text) {
    Conversation open = draft.conversation(me);
    if (Relay.kept(open, STATE) == null || !text.strip().matches("[0-9]{1,2}")) return false;
    List<Consent> all = standing(draft, me);
    int number = Integer.parseInt(text.strip());
    if (number < 1 || number > all.size()) return false;
    tapped(draft, me, choice(draft, wording.to(draft, me.id()), all.get(number - 1)).tap());
    return true;
  }

  void tapped(Draft draft, Person me, Tap tap) {
    if (Relay.kept(draft.conversation(me), STATE) != null) draft.converse(me.id(), null);
    Consent meant =
        standing(draft, me).stream()
            .filter(c -> c.purpose().key().equals(tap.choice()))
            .filter(c -> tap.about().equals(c.about() == null ? "" : c.about()))
            .findFirst()
            .orElse(null);
    if (meant == null) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
      return;
    }
    draft.agreed(me.id(), meant.withdrawn(me.address().channel(), draft.now()));
    takingBack.follows(draft, me, meant);
  }
}
