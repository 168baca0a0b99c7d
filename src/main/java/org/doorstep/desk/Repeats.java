package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Doing;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Turn;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for what they have open already: "Is this the same?". Until they have said which,
 * the form stays as it was filled in, so that nothing is lost and any part of it can be changed.
 */
final class Repeats {

  private static final String QUESTION = "request-help.same-or-new";
  static final String OVER = "request-help.same-over";

  /** In the conversation: the requests that it may be the same as. */
  private static final String MAY_BE = "may-be";

  /** In the conversation: the requests that it is not, as they said before. */
  private static final String IS_NOT = "is-not";

  private final Wording wording;
  private final Openings openings;
  private final Relay relay;

  Repeats(Wording wording, Openings openings, Relay relay) {
    this.wording = wording;
    this.openings = openings;
    this.relay = relay;
  }

  // ---- the question

  /** Whether it is open. */
  static boolean asked(@Nullable Conversation form) {
    return form != null && form.slots().containsKey(MAY_BE);
  }

  /** Whether it is open, and about this request. */
  static boolean asked(@Nullable Conversation form, HelpRequest request) {
    Known asked = form == null ? null : form.slots().get(MAY_BE);
    return asked != null
        && asked.value() instanceof SlotValue.Picked ids
        && ids.keys().contains(request.id().value());
  }

  /** The form without the question. */
  static @Nullable Conversation form(@Nullable Conversation asked) {
    return asked == null ? null : with(asked, slotsWithout(asked));
  }

  /** They have said of these already that it is something else. */
  static Conversation not(Conversation form, List<HelpRequest> others) {
    Map<String, Known> slots = slotsWithout(form);
    slots.put(IS_NOT, ids(others));
    return with(form, slots);
  }

  /**
   * What a turn of the form comes to: where it would open what may be open already, they are asked;
   * where it has led nowhere, the question that was open is asked again.
   */
  Turn heard(Draft draft, Person me, @Nullable Conversation before, Turn turn) {
    if (before == null) return turn;
    for (Turn.Step step : turn.steps()) {
      if (step instanceof Turn.Step.Do what && what.doing() == Doing.CREATE_REQUEST) {
        List<HelpRequest> open = mayBe(draft, me, before, what.slots());
        return open.isEmpty() ? turn : instead(draft, me, before, turn, what, open);
      }
    }
    Conversation next = turn.next();
    if (next == null || !asked(before) || moved(before, next)) return turn;
    List<HelpRequest> open = still(draft, me, before);
    return open.isEmpty() ? turn : again(draft, me, next, turn, open);
  }

  private static boolean moved(Conversation asked, Conversation next) {
    return !next.state().equals(asked.state()) || !next.slots().equals(slotsWithout(asked));
  }

  private static List<HelpRequest> mayBe(
      Draft draft, Person me, Conversation form, Map<String, Known> slots) {
    List<HelpRequest> others = named(draft, form, IS_NOT);
    return Asked.repeat(me.id(), slots).stream()
        .flatMap(repeat -> draft.requests().stream().filter(repeat::maybeOf))
        .filter(request -> !others.contains(request))
        .toList();
  }

  /** What was said up to there is said; what was filled in on the way is kept. */
  private Turn instead(
      Draft draft,
      Person me,
      Conversation before,
      Turn turn,
      Turn.Step.Do what,
      List<HelpRequest> open) {
    Map<String, Known> slots = slotsWithout(before);
    what.slots()
        .forEach(
            (key, known) -> {
              boolean filled = known.source() != Known.Source.DEFAULT && !key.equals("words");
              if (filled) slots.put(key, known);
            });
    slots.put(MAY_BE, ids(open));
    List<Turn.Step> steps = new ArrayList<>(turn.steps().subList(0, turn.steps().indexOf(what)));
    steps.add(new Turn.Step.Say(question(draft, me, open)));
    return new Turn(with(before, slots), steps);
  }

  private Turn again(Draft draft, Person me, Conversation next, Turn turn, List<HelpRequest> open) {
    List<Turn.Step> steps = new ArrayList<>();
    for (Turn.Step step : turn.steps()) {
      if (!(step instanceof Turn.Step.Say say)) steps.add(step);
      else if (say.utterance().id().startsWith(next.flow() + ".unclear.")) {
        steps.add(new Turn.Step.Say(wording.to(draft, me.id()).say("common.unclear")));
      } else if (say.utterance().choices().isEmpty()) steps.add(step);
    }
    steps.add(new Turn.Step.Say(question(draft, me, open)));
    Map<String, Known> slots = new HashMap<>(next.slots());
    slots.put(MAY_BE, ids(open));
    return new Turn(with(next, slots), steps);
  }

  private Utterance question(Draft draft, Person me, List<HelpRequest> open) {
    Wording theirs = wording.to(draft, me.id());
    return theirs.say(
        QUESTION,
        JobRef.to(open.getFirst()).about(),
        Map.of("list", theirs.lines(draft, Parts.once(open))));
  }

  // ---- the answer

  /** Which answer a text is to the open question: true for "the same". */
  Optional<Boolean> typed(Draft draft, Person me, String text) {
    if (!asked(draft.conversation(me))) return Optional.empty();
    return wording.to(draft, me.id()).talk().answer(QUESTION, text).map(key -> key.equals("same"));
  }

  /**
   * It is the same: what they wrote this time goes to it, and they hear how it stands. What they
   * asked for besides is opened.
   *
   * @return false where it is over by now, so that it cannot be the same
   */
  boolean same(Draft draft, Person me, Conversation asked) {
    List<HelpRequest> open = still(draft, me, asked);
    if (open.isEmpty()) return false;
    Map<String, Known> slots = known(asked);
    draft.converse(me.id(), null);
    draft.silence(new Alarm.FormLeft(me.id(), "").key());
    Wording theirs = wording.to(draft, me.id());
    String more = openings.added(slots, open);
    for (HelpRequest request : Parts.once(open)) {
      draft.tell(me.id(), theirs.say(stands(request), values(draft, me, request)), HOLD);
    }
    if (!more.isEmpty()) open.forEach(request -> draft.put(request.noting(more)));
    if (!more.isEmpty()) passOn(draft, me, open, more);
    if (openings.openBesides(draft, me, slots, open)) {
      draft.tell(me.id(), theirs.say("request-help.waiting"), HOLD);
    }
    return true;
  }

  private void passOn(Draft draft, Person me, List<HelpRequest> open, String more) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("request-help.same-added"), HOLD);
    for (HelpRequest request : open) {
      if (request instanceof HelpRequest.Claimed) relay.pass(draft, me, request, more);
      if (request instanceof WithOfficer) relay.toOfficer(draft, me, more);
    }
  }

  private static String stands(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> "request-help.same-taken";
      case WithOfficer w -> "request-help.same-with-officer";
      case Open o -> "request-help.same-seeking";
      case Delivered d -> OVER;
      case HelpRequest.Closed c -> OVER;
    };
  }

  private Map<String, String> values(Draft draft, Person me, HelpRequest request) {
    Wording theirs = wording.to(draft, me.id());
    Map<String, String> values = theirs.open(draft, request);
    if (request instanceof HelpRequest.Claimed claimed) {
      values.put("volunteer", theirs.name(draft, claimed.holder()));
    }
    return values;
  }

  // ---- what the conversation remembers

  /** All that the form knows. */
  private static Map<String, Known> known(Conversation form) {
    Map<String, Known> slots = slotsWithout(form);
    String words = form.words();
    if (words != null) {
      slots.putIfAbsent("words", new Known(new SlotValue.Words(words), Known.Source.SAID, 1));
    }
    return slots;
  }

  /** Those asked about that may be the same as ever. */
  private static List<HelpRequest> still(Draft draft, Person me, Conversation asked) {
    return Asked.repeat(me.id(), known(asked)).stream()
        .flatMap(repeat -> named(draft, asked, MAY_BE).stream().filter(repeat::maybeOf))
        .toList();
  }

  private static Known ids(List<HelpRequest> requests) {
    List<String> ids = requests.stream().map(r -> r.id().value()).toList();
    return new Known(new SlotValue.Picked(ids), Known.Source.DEFAULT, 1);
  }

  private static List<HelpRequest> named(Draft draft, Conversation form, String slot) {
    Known known = form.slots().get(slot);
    return known != null && known.value() instanceof SlotValue.Picked ids
        ? ids.keys().stream().flatMap(id -> draft.request(id).stream()).toList()
        : List.of();
  }

  private static Map<String, Known> slotsWithout(Conversation form) {
    Map<String, Known> slots = new HashMap<>(form.slots());
    slots.remove(MAY_BE);
    return slots;
  }

  private static Conversation with(Conversation form, Map<String, Known> slots) {
    return new Conversation(
        form.flow(),
        form.version(),
        form.state(),
        form.asking(),
        slots,
        form.filled(),
        form.misses(),
        form.nonce(),
        form.words(),
        form.startedAt(),
        form.heardAt(),
        form.since());
  }
}
