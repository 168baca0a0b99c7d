package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Instant;
import java.util.Map;
import org.doorstep.help.Ageing;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;

/**
 * The turn of one volunteer. Whoever said yes a short while ago gets the job at once; whoever said
 * so earlier, or was named by a lead, is asked, alone, for a while.
 */
final class Promotions {

  private final Wording wording;
  private final Jobs jobs;
  private final Turns turns;

  Promotions(Wording wording, Jobs jobs, Turns turns) {
    this.wording = wording;
    this.jobs = jobs;
    this.turns = turns;
  }

  void rang(Draft draft, Alarm.Turn alarm) {
    draft
        .request(alarm.request().value())
        .filter(request -> request.search().round() == alarm.round())
        .ifPresent(
            request -> {
              if (request instanceof Kept kept) turn(draft, kept, alarm.asked());
            });
  }

  private void turn(Draft draft, Kept kept, boolean asked) {
    Person volunteer =
        draft.person(kept.volunteer()).filter(p -> mayBeAsked(draft, kept, p)).orElse(null);
    if (asked) {
      Stock.refused(draft, kept);
      boolean thing = kept.because() == Kept.Because.HAS_ONE;
      passOver(draft, kept, kept.passedOver(), thing ? "thing.no-answer" : "job.turn-over");
    } else if (volunteer == null) {
      turns.next(draft, kept, kept.passedOver());
    } else if (Ageing.tooLate(kept.particulars(), draft.now(), draft.deadline(kept))) {
      passOver(draft, kept, kept.passedOver(), "job.standby-released");
    } else if (kept.because() == Kept.Because.STOOD_BY
        && draft.ageing().fresh(kept.since(), draft.now())) {
      draft
          .claim(Jobs.claim(draft, volunteer, kept))
          .ifPresent(outcome -> concluded(draft, volunteer, kept, outcome));
    } else {
      ask(draft, kept, volunteer);
    }
  }

  private static boolean mayBeAsked(Draft draft, Kept kept, Person person) {
    Volunteering offer = person.volunteering();
    return offer != null
        && !person.optedOut()
        && offer.availableAt(draft.now())
        && !Apart.from(draft, kept, person);
  }

  private void concluded(Draft draft, Person volunteer, Kept kept, ClaimOutcome outcome) {
    switch (outcome) {
      case ClaimOutcome.Won w -> {
        Wording theirs = wording.to(draft, volunteer.id());
        draft.tell(volunteer.id(), theirs.say("job.promoted", theirs.open(draft, kept)), HOLD);
        jobs.won(draft, volunteer, kept);
      }
      case ClaimOutcome.AtCapacity full ->
          passOver(draft, kept, kept.passedOver(), "job.standby-full");
      case ClaimOutcome.TakenBy t -> turns.begin(draft, kept);
      case ClaimOutcome.NotOpen n -> turns.begin(draft, kept);
    }
  }

  private void ask(Draft draft, Kept kept, Person volunteer) {
    Kept asked = kept.because() == Kept.Because.ASSIGNED ? kept : kept.asked(draft.now());
    draft.put(asked);
    draft.fact(new Fact.AskedAlone(asked.id(), volunteer.id()));
    Instant until = draft.ageing().answerBy(asked, draft.now(), draft.deadline(asked));
    Wording theirs = wording.to(draft, volunteer.id());
    Map<String, String> values = theirs.open(draft, asked);
    Volunteering offer = volunteer.volunteering();
    if (offer != null) {
      Distance distance = offer.home().point().to(asked.particulars().place().point());
      values = theirs.offered(draft, asked, distance);
    }
    values.put("until", theirs.clock(draft, until));
    String id = asked.because() == Kept.Because.ASSIGNED ? "job.assigned" : "job.your-turn";
    draft.tell(
        volunteer.id(),
        theirs.say(id, JobRef.to(asked).about(), values),
        TEMPLATE,
        asked.resident());
    draft.wake(Alarm.Turn.of(asked, true), until);
  }

  private void passOver(Draft draft, Kept kept, Open next, String told) {
    Wording theirs = wording.to(draft, kept.volunteer());
    draft.tell(
        kept.volunteer(),
        theirs.say(told, theirs.open(draft, kept)),
        Outgoing.ToPerson.WhenClosed.DROP);
    turns.next(draft, kept, next);
  }

  /** It was won a moment ago and not yet written: they try again, and join the line. */
  void late(Draft draft, Alarm.Late alarm) {
    Person volunteer = draft.person(alarm.volunteer()).orElse(null);
    if (volunteer == null) return;
    draft
        .request(alarm.request().value())
        .ifPresent(request -> jobs.take(draft, volunteer, request));
  }
}
