package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.InTriage;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;

/** What a resident does with a request: drops it, says whether it arrived; and how it ends. */
final class Residents {

  /** How long a resident has to say that it did not arrive. */
  private static final Duration LAST_CALL = Duration.ofHours(24);

  private final Wording wording;
  private final Board board;
  private final Turns turns;
  private final HandOvers handOvers;
  private final Regular regular;

  Residents(Wording wording, Board board, Turns turns, HandOvers handOvers, Regular regular) {
    this.wording = wording;
    this.board = board;
    this.turns = turns;
    this.handOvers = handOvers;
    this.regular = regular;
  }

  /** They no longer need it, and hear that it is off. */
  void cancelled(Draft draft, Person me, HelpRequest request) {
    Wording theirs = wording.to(draft, me.id());
    cancel(draft, request);
    draft.tell(
        me.id(), theirs.say("request-help.cancelled-by-you", theirs.open(draft, request)), HOLD);
    draft
        .arrangementOf(request)
        .ifPresent(a -> regular.tell(draft, me.id(), "goes-on", a, a.next()));
  }

  /** Of a job for several people, all that is not done. */
  void cancel(Draft draft, HelpRequest request) {
    draft.request(request.id().value()).ifPresent(now -> cancelOne(draft, now));
    Parts.others(draft, request).stream()
        .filter(other -> !other.over())
        .forEach(other -> cancelOne(draft, other));
  }

  private void cancelOne(Draft draft, HelpRequest request) {
    switch (request) {
      case Open o -> close(draft, o.close(Outcome.CANCELLED, draft.now()));
      case WithOfficer w -> close(draft, w.close(Outcome.CANCELLED, draft.now()));
      case HelpRequest.Claimed c -> {
        Wording theirs = wording.to(draft, c.holder());
        draft.tell(c.holder(), theirs.say("job.gone", theirs.open(draft, c)), HOLD);
        close(draft, c.close(Outcome.CANCELLED, draft.now()));
      }
      case Delivered d -> arrived(draft, d);
      case HelpRequest.Closed c -> {}
    }
  }

  // ---- did it arrive?

  void didItArrive(Draft draft, Alarm.DidItArrive alarm) {
    draft
        .request(alarm.request().value())
        .filter(r -> r.search().round() == alarm.round())
        .ifPresent(
            request -> {
              if (request instanceof Delivered d) {
                if (alarm.lastCall()) assumeDone(draft, d);
                else if (underWay(draft, d)) later(draft, d);
                else ask(draft, d);
              }
            });
  }

  /** Others are still at it: the resident is asked once, when all are done. */
  private static boolean underWay(Draft draft, Delivered delivered) {
    return Parts.others(draft, delivered).stream()
        .anyMatch(other -> other instanceof HelpRequest.Claimed c && !silent(draft, c));
  }

  /** Whoever does it each time keeps their part, though they have not said how it went. */
  private static boolean silent(Draft draft, HelpRequest.Claimed claimed) {
    return claimed.nudged() && Holders.doneEachTime(draft, claimed).isPresent();
  }

  private static void later(Draft draft, Delivered delivered) {
    draft.wake(
        new Alarm.DidItArrive(delivered.id(), delivered.search().round(), false),
        draft.now().plus(draft.cell().rules().arrivedAfter()));
  }

  /** This one, and the other parts of the same job that are done. */
  private static List<Delivered> done(Draft draft, Delivered delivered) {
    return Stream.concat(Stream.of(delivered), Parts.others(draft, delivered).stream())
        .flatMap(r -> r instanceof Delivered d ? Stream.of(d) : Stream.of())
        .toList();
  }

  private void ask(Draft draft, Delivered delivered) {
    Wording theirs = wording.to(draft, delivered.resident());
    Map<String, String> values = theirs.open(draft, delivered);
    values.put("volunteer", theirs.name(draft, delivered.holder()));
    draft.tell(
        delivered.resident(),
        theirs.say("feedback.ask", JobRef.to(delivered).about(), values),
        HOLD,
        delivered.holder());
    for (Delivered each : done(draft, delivered)) {
      draft.wake(
          new Alarm.DidItArrive(each.id(), each.search().round(), true),
          draft.now().plus(LAST_CALL));
    }
  }

  void assumeDone(Draft draft, Delivered delivered) {
    nowKnown(draft, delivered);
    close(draft, delivered.close(Outcome.ASSUMED_DONE, draft.now()));
  }

  /** Next time the one who helped is asked first. */
  private static void nowKnown(Draft draft, Delivered delivered) {
    draft
        .person(delivered.resident())
        .ifPresent(p -> draft.put(p.tied(p.ties().helpedBy(delivered.holder()))));
  }

  void arrived(Draft draft, Delivered delivered) {
    draft.tell(
        delivered.resident(), wording.to(draft, delivered.resident()).say("feedback.thanks"), DROP);
    done(draft, delivered).forEach(each -> thank(draft, each));
  }

  private void thank(Draft draft, Delivered delivered) {
    nowKnown(draft, delivered);
    Wording theirs = wording.to(draft, delivered.holder());
    Map<String, String> thanks = theirs.open(draft, delivered);
    thanks.put("name", theirs.name(draft, delivered.resident()));
    draft.tell(
        delivered.holder(),
        theirs.say("feedback.thanks-volunteer", thanks),
        DROP,
        delivered.resident());
    close(draft, delivered.close(Outcome.ARRIVED, draft.now()));
  }

  void notArrived(Draft draft, Delivered delivered) {
    Wording theirs = wording.to(draft, delivered.resident());
    draft.tell(
        delivered.resident(), theirs.say("feedback.reopened", theirs.open(draft, delivered)), HOLD);
    done(draft, delivered).forEach(each -> again(draft, each));
  }

  private void again(Draft draft, Delivered delivered) {
    Open open = Parts.alike(draft, delivered.notArrived());
    draft.put(open);
    draft.fact(new Fact.NotArrived(open.id()));
    draft.silence(new Alarm.DidItArrive(open.id(), 0, false).key());
    Wording holders = wording.to(draft, delivered.holder());
    Map<String, String> values = holders.open(draft, open);
    values.put("name", holders.name(draft, open.resident()));
    draft.tell(delivered.holder(), holders.say("job.reopened", values), HOLD, open.resident());
    board.update(draft, open);
    turns.movedUp(draft, delivered.standby(), open);
    turns.begin(draft, open);
  }

  /** The officer found nothing against it: neighbours are asked again. */
  void askAgain(Draft draft, WithOfficer with) {
    HelpRequest.Seeking open = with.askedAgain();
    draft.put(open);
    draft.fact(new Fact.OpenedAgain(open.id()));
    Reminders.silence(draft, open);
    board.update(draft, open);
    turns.begin(draft, open);
    for (HelpRequest other : Parts.others(draft, with)) {
      if (other instanceof HelpRequest.Seeking s) draft.put(s.askedAgain());
    }
  }

  /** The end of a request, however it came: nothing more is sent of it, and its words age out. */
  void close(Draft draft, HelpRequest.Closed closed) {
    draft
        .request(closed.id().value())
        .ifPresent(
            before -> {
              turns.release(draft, before);
              if (before instanceof HelpRequest.Claimed c) handOvers.calledOff(draft, c);
              if (before instanceof InTriage waiting) {
                new DeskCard(wording).over(draft, waiting, "gone-cancelled");
              }
            });
    Reminders.silence(draft, closed);
    draft.silence(Alarm.Undecided.keyOf(closed.id()));
    draft.put(closed);
    draft.fact(new Fact.RequestClosed(closed.id(), closed.outcome()));
    for (Alarm alarm :
        List.of(
            new Alarm.NextWave(closed.id(), 0),
            new Alarm.Silence(closed.id(), 0),
            new Alarm.DidItArrive(closed.id(), 0, false))) {
      draft.silence(alarm.key());
    }
    board.update(draft, closed);
    draft.wake(
        new Alarm.Expired(closed.id()), draft.now().plus(draft.cell().rules().keepClosedFor()));
    if (closed.outcome() == Outcome.BY_OFFICER) restToo(draft, closed);
  }

  /** What is missing of a job for several people an officer sees to with it. */
  private void restToo(Draft draft, HelpRequest.Closed closed) {
    for (HelpRequest other : Parts.others(draft, closed)) {
      if (other instanceof Open open) close(draft, open.close(Outcome.BY_OFFICER, draft.now()));
    }
  }
}
