package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Question;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * Forms that were filled in as a whole, in Slack. Each says nothing that could not be said in words
 * or by taps, and comes to the same.
 */
final class HandedForms {

  private static final String FLOW = "join";

  /** What somebody wants to be called is no longer. */
  private static final int NAME = 60;

  private final Wording wording;
  private final Dangers dangers;
  private final Forms forms;
  private final Taps taps;
  private final Relay relay;

  private final PaidForm paid;
  private final CaseworkerTaps caseworkers;
  private final Refer refer;

  HandedForms(
      Wording wording,
      Dangers dangers,
      Forms forms,
      Taps taps,
      Relay relay,
      PaidForm paid,
      CaseworkerTaps caseworkers,
      Refer refer) {
    this.refer = refer;
    this.paid = paid;
    this.caseworkers = caseworkers;
    this.wording = wording;
    this.dangers = dangers;
    this.forms = forms;
    this.taps = taps;
    this.relay = relay;
  }

  void handed(Draft draft, Person me, Inbound.HandedIn form) {
    Optional<Tap> tap = Tap.decode(form.tap());
    if (me.optedOut()) {
      tell(draft, me, "common.opted-out", Map.of());
    } else if (tap.isPresent() && Refer.about(form)) {
      refer.handed(draft, me, form, tap.get());
    } else if (tap.isPresent() && tap.get().choice().equals(Inbound.HandedIn.OUTCOME)) {
      outcome(draft, me, form, tap.get());
    } else if (tap.isPresent() && tap.get().choice().equals(Inbound.HandedIn.JOIN)) {
      join(draft, me, form);
    } else if (tap.isPresent() && tap.get().choice().equals(Inbound.HandedIn.PAID)) {
      paid.handed(draft, me, form);
    } else if (tap.isPresent() && tap.get().choice().equals(Inbound.HandedIn.OFFER)) {
      new HandedOffer(wording).handed(draft, me, form, tap.get());
    } else if (tap.isPresent() && CaseworkerTaps.about(tap.get())) {
      caseworkers.handed(draft, me, form, tap.get());
    }
  }

  // ---- somebody wants to help

  private void join(Draft draft, Person me, Inbound.HandedIn form) {
    if (me.volunteering() != null) {
      String group = draft.cell().groupFor(me.volunteering().home()).name();
      tell(draft, me, "join.already", Map.of("group", group));
      return;
    }
    Talk theirs = wording.to(draft, me.id()).talk();
    Map<String, String> answers = new LinkedHashMap<>();
    form.fields().forEach((slot, picked) -> answers.put(slot, inWords(theirs, slot, picked)));
    forms.fill(draft, renamed(draft, me, answers.get("name")), FLOW, answers);
  }

  /** As they would have typed it in their own language. */
  private static String inWords(Talk theirs, String slot, List<String> picked) {
    Question question = theirs.question(FLOW, slot);
    return picked.stream()
        .map(
            key ->
                question.choices().stream()
                    .filter(choice -> choice.tap().choice().equals(key))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(key))
        .collect(Collectors.joining(", "));
  }

  /** A name that is known is not asked for again, so the form's is taken before. */
  private static Person renamed(Draft draft, Person me, @Nullable String name) {
    if (me.name() == null || name == null || name.isBlank()) return me;
    String called = name.strip();
    Person renamed = me.named(called.substring(0, Math.min(NAME, called.length())));
    draft.put(renamed);
    return renamed;
  }

  // ---- what came of a job

  /** The note goes where it would go if it was written: to the other end, or to the officers. */
  private void outcome(Draft draft, Person me, Inbound.HandedIn form, Tap tap) {
    String what = form.field("what");
    String note = form.field("note").strip();
    boolean danger =
        !note.isEmpty() && dangers.advise(draft, me, new Words("", note, false), () -> false);
    boolean unsafe = what.equals("unsafe");
    if (!note.isEmpty() && !danger && !unsafe) {
      held(draft, me, tap).ifPresent(job -> relay.pass(draft, me, job, note));
    }
    taps.tapped(
        draft,
        me,
        new Tap("job", tap.version(), "mine", what, tap.about()),
        unsafe && !note.isEmpty() ? note : null);
  }

  private static Optional<HelpRequest> held(Draft draft, Person me, Tap tap) {
    return JobRef.of(tap)
        .flatMap(
            ref ->
                draft
                    .request(ref.request())
                    .filter(
                        job ->
                            job instanceof HelpRequest.Claimed claimed
                                && claimed.holder().equals(me.id())
                                && claimed.search().round() == ref.round()));
  }

  private void tell(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, values), HOLD);
  }
}
