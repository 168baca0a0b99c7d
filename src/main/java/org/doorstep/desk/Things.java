package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;

/** What somebody offers to give or lend: the form, THINGS, and what they answer. */
final class Things {

  /** Nobody reads more. */
  private static final int SHOWN = 10;

  private static final List<String> QUESTIONS = List.of(Owners.QUESTION, Loans.QUESTION);

  private final Wording wording;
  private final Jobs jobs;
  private final Loans loans;
  private final Keeping keeping;

  Things(Wording wording, Jobs jobs, Loans loans, Keeping keeping) {
    this.wording = wording;
    this.jobs = jobs;
    this.loans = loans;
    this.keeping = keeping;
  }

  // ---- it is offered

  /** The form is filled in. */
  void offer(Draft draft, Person me, Map<String, Known> slots) {
    Place place = Asked.place(slots);
    String kind = key(slots, "kind").orElse(null);
    if (place == null || kind == null) return;
    draft.converse(me.id(), null);
    String name = Asked.text(slots, "name");
    draft.put(name == null ? me : me.named(name));
    Integer lentFor =
        key(slots, "how").filter("lend"::equals).isPresent()
            ? key(slots, "how-long").map(Integer::valueOf).orElse(null)
            : null;
    Instant until = until(draft, slots);
    Thing thing =
        Thing.offered(
            Derived.thing(draft.cause().id()),
            me.id(),
            kind,
            amount(slots),
            lentFor,
            place,
            draft.now(),
            until);
    draft.put(thing);
    draft.fact(new Fact.ThingOffered(thing.id(), kind, lentFor != null));
    draft.wake(new Alarm.ThingOver(thing.id(), me.id()), until);
    ThingWatch.look(draft, thing);
  }

  private static Optional<String> key(Map<String, Known> slots, String name) {
    Known known = slots.get(name);
    return known != null
            && known.value() instanceof SlotValue.Picked picked
            && !picked.keys().isEmpty()
        ? Optional.of(picked.keys().getFirst())
        : Optional.empty();
  }

  private static int amount(Map<String, Known> slots) {
    String number = Asked.text(slots, "amount");
    return number != null && number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 1;
  }

  /** The end of the day until which it is good, but no longer than is usual. */
  private static Instant until(Draft draft, Map<String, Known> slots) {
    Instant usual = draft.now().plus(draft.cell().rules().things().keepFor());
    Known bestBy = slots.get("best-by");
    LocalDate day =
        bestBy != null && bestBy.value() instanceof SlotValue.Time time ? time.when().date() : null;
    if (day == null) return usual;
    Instant end = day.plusDays(1).atStartOfDay(draft.cell().zone()).toInstant();
    return end.isBefore(usual) ? end : usual;
  }

  // ---- THINGS

  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    int before = draft.saying();
    draft.things().stream()
        .filter(thing -> thing.owner().equals(me.id()) && thing.free(draft.now()) > 0)
        .limit(SHOWN)
        .forEach(thing -> draft.tell(me.id(), mine(draft, theirs, thing), HOLD));
    loans.show(draft, me);
    if (draft.saying() == before) draft.tell(me.id(), theirs.say(Stock.FLOW + ".none"), HOLD);
  }

  static Utterance mine(Draft draft, Wording theirs, Thing thing) {
    Map<String, String> values = Stock.values(theirs, thing);
    LocalDate last = LocalDate.ofInstant(thing.until().minusMillis(1), draft.cell().zone());
    values.put("until", Stock.day(draft, theirs, last));
    return theirs.say(Stock.FLOW + ".mine", thing.id().value(), values);
  }

  /** They have none for others any more. */
  private void gone(Draft draft, Person me, Tap tap) {
    Thing thing =
        draft.things().stream()
            .filter(t -> t.id().value().equals(tap.about()) && t.owner().equals(me.id()))
            .findFirst()
            .orElse(null);
    if (thing == null) {
      closed(draft, me);
      return;
    }
    draft.fact(new Fact.ThingWithdrawn(thing.id()));
    draft.requests().stream()
        .filter(r -> r instanceof Kept k && thing.promisedFor(k))
        .forEach(r -> jobs.passedOver(draft, (Kept) r));
    ThingWatch.over(draft, thing.withdrawn(draft.now()));
    Wording theirs = wording.to(draft, me.id());
    draft.tell(me.id(), theirs.say(Stock.FLOW + ".gone", Stock.values(theirs, thing)), HOLD);
  }

  // ---- what they answer

  static boolean about(Tap tap) {
    return tap.flow().equals(Stock.FLOW)
        && (JobRef.of(tap).isPresent() || tap.about().startsWith("t"));
  }

  /** Whether the words answer a question that waits; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, Words words) {
    String text = words.text();
    if (!words.danger() && keeping.typed(draft, me, text)) return true;
    for (String question : QUESTIONS) {
      String about = Relay.kept(draft.conversation(me), question);
      if (about == null) continue;
      Optional<String> choice =
          wording.to(draft, me.id()).talk().answer(Stock.FLOW + "." + question, text);
      choice.ifPresent(
          answer -> tapped(draft, me, new Tap(Stock.FLOW, 1, question, answer, about)));
      return choice.isPresent();
    }
    return false;
  }

  void tapped(Draft draft, Person me, Tap tap) {
    if (Keeping.about(tap)) {
      keeping.tapped(draft, me, tap);
      return;
    }
    if (Relay.kept(draft.conversation(me), tap.state()) != null) draft.converse(me.id(), null);
    switch (tap.state()) {
      case Owners.QUESTION -> answered(draft, me, tap);
      case "mine" -> gone(draft, me, tap);
      default -> loans.tapped(draft, me, tap);
    }
  }

  /** The request's own rules say who gets it: this is a yes or a no like any other. */
  private void answered(Draft draft, Person me, Tap tap) {
    HelpRequest request =
        JobRef.of(tap)
            .flatMap(ref -> draft.request(ref.request()))
            .filter(r -> Stock.askedFor(draft, me.id(), r.id()).isPresent())
            .orElse(null);
    if (request == null) closed(draft, me);
    else if (tap.choice().equals("yes")) jobs.take(draft, me, request);
    else jobs.decline(draft, me, request);
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  static Optional<Thing> of(Draft draft, ThingId id) {
    return draft.things().stream().filter(thing -> thing.id().equals(id)).findFirst();
  }
}
