package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.When;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** How many are left of what neighbours give and lend, while requests come and go. */
record Stock(Wording wording) {

  /** The flow that its words stand in. */
  static final String FLOW = "thing";

  /** Whoever gives away ten of something does no ten jobs. */
  private static final int MANY = 100;

  /** The time of day for a reminder. */
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** What they were asked to give for a request; the last, if they were asked for several. */
  static Optional<Thing> askedFor(Draft draft, PersonId owner, RequestId request) {
    return draft.things().stream()
        .filter(thing -> thing.owner().equals(owner) && thing.wasAskedFor(request))
        .max(Comparator.comparing(thing -> thing.asideUntil(request)));
  }

  /**
   * Who neither volunteers nor has what is asked for, or has none that is not promised to another.
   * Nobody but volunteers stands by.
   */
  static boolean mayNot(Draft draft, HelpRequest request, Person person) {
    boolean volunteers = person.volunteering() != null;
    return askedFor(draft, person.id(), request.id())
        .map(
            thing ->
                !thing.mayGoTo(request.id(), draft.now())
                    || !(volunteers || free(request, person.id())))
        .orElse(!volunteers);
  }

  private static boolean free(HelpRequest request, PersonId person) {
    return request instanceof HelpRequest.Seeking
        || (request instanceof Kept kept && kept.volunteer().equals(person));
  }

  /** How many jobs they may hold, this one included. */
  static int limit(Draft draft, HelpRequest request, PersonId person) {
    int usual = draft.cell().rules().holdAtMost();
    return askedFor(draft, person, request.id()).isPresent() ? usual + MANY : usual;
  }

  /** Their yes: one less is left. Whoever is a volunteer may come without one. */
  void taken(Draft draft, HelpRequest.Claimed claimed) {
    askedFor(draft, claimed.holder(), claimed.id())
        .filter(thing -> thing.mayGoTo(claimed.id(), draft.now()))
        .filter(thing -> thing.outFor(claimed.id()).isEmpty())
        .ifPresent(
            thing -> {
              LocalDate today = LocalDate.ofInstant(draft.now(), draft.cell().zone());
              Thing now = thing.handedTo(claimed.resident(), claimed.id(), today);
              draft.put(now);
              draft.fact(new Fact.ThingTaken(now.id(), claimed.id()));
              now.outFor(claimed.id()).ifPresent(out -> lent(draft, now, out));
            });
  }

  private void lent(Draft draft, Thing thing, Thing.Out out) {
    if (out.back() == null) return;
    tell(draft, out.by(), "lent-to-you", thing, out, thing.owner());
    tell(draft, thing.owner(), "lent-by-you", thing, out, out.by());
    wake(draft, thing, out, Alarm.Lent.Step.DUE, morning(draft, out.back().minusDays(1)));
  }

  static void wake(Draft draft, Thing thing, Thing.Out out, Alarm.Lent.Step step, Instant at) {
    draft.wake(new Alarm.Lent(thing.id(), thing.owner(), out.request(), step), at);
  }

  /** At a time of day that wakes nobody. */
  static Instant morning(Draft draft, LocalDate day) {
    Instant at = day.atTime(MORNING).atZone(draft.cell().zone()).toInstant();
    return draft.cell().rules().quietHours().endAfter(at, draft.cell().zone());
  }

  /** Their no, or their silence: it can be asked for again. */
  static void refused(Draft draft, Kept kept) {
    askedFor(draft, kept.volunteer(), kept.id())
        .ifPresent(thing -> draft.put(thing.refused(kept.id())));
  }

  /** With whom it is, and when it is due. */
  void tell(Draft draft, PersonId to, String message, Thing thing, Thing.Out out, PersonId other) {
    Wording theirs = wording.to(draft, to);
    draft.tell(
        to, theirs.say(FLOW + "." + message, values(draft, theirs, thing, out)), HOLD, other);
  }

  Map<String, String> values(Draft draft, Wording theirs, Thing thing, Thing.Out out) {
    Map<String, String> values = values(theirs, thing);
    values.put("name", theirs.name(draft, out.by()));
    values.put("owner", theirs.name(draft, thing.owner()));
    if (out.back() != null) values.put("until", day(draft, theirs, out.back()));
    return values;
  }

  static Map<String, String> values(Wording theirs, Thing thing) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("thing", theirs.talk().label("things", thing.kind()));
    values.put("left", Integer.toString(thing.left()));
    if (thing.lentFor() != null) values.put("days", Integer.toString(thing.lentFor()));
    return values;
  }

  static String day(Draft draft, Wording theirs, LocalDate day) {
    return theirs.talk().when(When.on(day), draft.now(), draft.cell().zone());
  }

  /** How long an owner has while volunteers wait; what is urgent waits no longer than that. */
  static Instant answerBy(Draft draft, Kept kept, boolean urgent, Duration shortest) {
    Instant usual = draft.ageing().answerBy(kept, draft.now(), draft.deadline(kept));
    Instant soon = draft.now().plus(shortest);
    return urgent && soon.isBefore(usual) ? soon : usual;
  }
}
