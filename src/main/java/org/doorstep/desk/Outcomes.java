package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.doorstep.figures.Measure;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;

/**
 * Whether it helped: one tap, if somebody likes, the day after a job is over, and nobody is asked
 * twice in a month. Only taps answer it, so that a "yes" to something else is never taken for one;
 * and it is asked only of who has nothing else open.
 */
final class Outcomes {

  static final String FLOW = "outcome";
  private static final String RESIDENT = "ask-resident";
  private static final String VOLUNTEER = "ask-volunteer";

  /** Late enough for everybody, and never at night. */
  private static final LocalTime ASKED = LocalTime.of(11, 0);

  private static final Duration APART = Duration.ofDays(30);

  private final Wording wording;

  Outcomes(Wording wording) {
    this.wording = wording;
  }

  /** After all else is decided. */
  static void wake(Draft draft) {
    if (!draft.cell().rules().reporting().askOutcome()) return;
    for (HelpRequest now : draft.changedRequests()) {
      if (!(now instanceof HelpRequest.Closed closed) || !closed.outcome().done()) continue;
      wake(draft, closed.resident(), closed);
      if (closed.helper() != null) wake(draft, closed.helper(), closed);
    }
  }

  private static void wake(Draft draft, PersonId who, HelpRequest.Closed over) {
    ZonedDateTime local = draft.now().atZone(draft.cell().zone());
    Instant at =
        local.toLocalDate().plusDays(1).atTime(ASKED).atZone(draft.cell().zone()).toInstant();
    Instant awake = draft.cell().rules().quietHours().endAfter(at, draft.cell().zone());
    draft.wake(new Alarm.Outcome(who, over.id(), false), awake);
  }

  void rang(Draft draft, Alarm.Outcome alarm) {
    if (alarm.asked() || !draft.cell().rules().reporting().askOutcome()) return;
    Person who = draft.person(alarm.person()).orElse(null);
    HelpRequest about = draft.request(alarm.request().value()).orElse(null);
    if (who == null || !(about instanceof HelpRequest.Closed over)) return;
    if (busy(draft, who) || who.address().channel() == Channel.SMS) return;
    Wording theirs = wording.to(draft, who.id());
    boolean resident = over.resident().equals(who.id());
    draft.tell(
        who.id(),
        theirs.say(
            FLOW + "." + (resident ? RESIDENT : VOLUNTEER),
            JobRef.to(over).about(),
            Map.of("need", theirs.need(over.particulars()))),
        DROP);
    draft.wake(new Alarm.Outcome(who.id(), over.id(), true), draft.now().plus(APART));
  }

  /** Something that they were asked, hold or wait for: their next "yes" belongs there. */
  private static boolean busy(Draft draft, Person who) {
    return who.quietUntilReleased()
        || draft.requests().stream().anyMatch(r -> !r.over() && r.involved().contains(who.id()));
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(FLOW);
  }

  void tapped(Draft draft, Person me, Tap tap) {
    HelpRequest about = JobRef.of(tap).flatMap(ref -> draft.request(ref.request())).orElse(null);
    List<Measure> three =
        tap.state().equals(RESIDENT) ? Measure.OF_RESIDENTS : Measure.OF_VOLUNTEERS;
    int answer = List.of("yes", "partly", "no").indexOf(tap.choice());
    boolean theirs =
        about instanceof HelpRequest.Closed over
            && me.id().equals(tap.state().equals(RESIDENT) ? over.resident() : over.helper());
    if (about != null && theirs && answer >= 0) Counting.count(draft, about, three.get(answer));
    String said = theirs ? FLOW + ".thanks" : "common.closed";
    draft.tell(me.id(), wording.to(draft, me.id()).say(said), DROP);
  }
}
