package org.doorstep.village;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.doorstep.cell.Cell;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.doorstep.help.Suitable;
import org.doorstep.people.PersonId;

/**
 * Some days of a town in which people are asked in one way: events in the order of their time, each
 * of which may bring about later ones. Nobody waits, and no clock is looked at.
 */
final class Month {

  /** What happens, and to which request. */
  private sealed interface Event {
    record Opened() implements Event {}

    /** Of a number that has passed by then, it is passed over. */
    record NextStep(int number) implements Event {}

    record Answered(Townsperson volunteer, boolean yes) implements Event {}

    record Done(Townsperson volunteer) implements Event {}

    record TooLate() implements Event {}
  }

  private record Due(Instant at, long order, Job job, Event event) {}

  private final Town town;
  private final Habits habits;
  private final Cell cell;
  private final Policy policy;
  private final RealRules rules;
  private final ZoneId zone;
  private final Past past;
  private final Map<PersonId, Townsperson> byId = new HashMap<>();
  private final Map<PersonId, Around> surroundings = new HashMap<>();
  private final List<Job> jobs = new ArrayList<>();
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
  private long scheduled;

  private Month(Town town, Habits habits, Cell cell, Policy policy) {
    this.town = town;
    this.habits = habits;
    this.cell = cell;
    this.policy = policy;
    this.zone = town.zone();
    this.past = new Past(town.volunteers().size());
    this.rules = new RealRules(cell, past);
    town.volunteers().forEach(volunteer -> byId.put(volunteer.person().id(), volunteer));
  }

  static Outcome of(Town town, Habits habits, Cell cell, Policy policy) {
    return new Month(town, habits, cell, policy).run();
  }

  private Outcome run() {
    for (Particulars particulars : town.requests()) {
      Job job = new Job(jobs.size(), HelpRequest.open(particulars));
      jobs.add(job);
      schedule(particulars.openedAt(), job, new Event.Opened());
    }
    for (Due due = agenda.poll(); due != null; due = agenda.poll()) {
      happen(due.job(), due.event(), due.at());
    }
    return Outcome.of(policy.title(), jobs, past.all());
  }

  private void schedule(Instant at, Job job, Event event) {
    agenda.add(new Due(at, scheduled++, job, event));
  }

  private void happen(Job job, Event event, Instant now) {
    switch (event) {
      case Event.Opened() -> {
        job.particulars()
            .when()
            .deadline(zone)
            .ifPresent(deadline -> schedule(deadline, job, new Event.TooLate()));
        goOn(job, now);
      }
      case Event.NextStep(int number) -> {
        if (number == job.steps() && job.state() instanceof HelpRequest.Seeking seeking) {
          step(job, seeking, now);
        }
      }
      case Event.Answered(Townsperson volunteer, boolean yes) -> {
        if (job.state() instanceof HelpRequest.Seeking seeking) {
          if (yes) taken(job, seeking, volunteer, now);
          else declined(job, seeking, volunteer, now);
        }
      }
      case Event.Done(Townsperson volunteer) -> {
        past.of(volunteer).finished();
        if (job.state() instanceof HelpRequest.Claimed claimed) {
          job.is(claimed.reportedDone(now).close(HelpRequest.Closed.Outcome.ARRIVED, now));
        }
      }
      case Event.TooLate() -> {
        if (job.state() instanceof HelpRequest.Seeking seeking) {
          job.is(seeking.close(HelpRequest.Closed.Outcome.CANCELLED, now));
        }
      }
    }
  }

  private void goOn(Job job, Instant at) {
    schedule(at, job, new Event.NextStep(job.nextStep()));
  }

  private void step(Job job, HelpRequest.Seeking seeking, Instant now) {
    Particulars asked = job.particulars();
    Around around =
        surroundings.computeIfAbsent(
            asked.resident(), _ -> Around.of(asked.place().point(), town.volunteers()));
    switch (policy.next(seeking, around, rules, now)) {
      case Policy.Step.PassOn() -> job.is(seeking.passedOn());
      case Policy.Step.Rest(Instant until) -> goOn(job, until);
      case Policy.Step.Ask ask -> {
        job.is(ask.sent());
        ask.volunteers().forEach(suitable -> offer(job, suitable, now));
        ask.next().ifPresent(next -> goOn(job, next));
      }
    }
  }

  private void offer(Job job, Suitable suitable, Instant now) {
    Townsperson volunteer = Objects.requireNonNull(byId.get(suitable.volunteer().id()));
    Strain strain = past.of(volunteer);
    Mood mood = Mood.of(town.seed(), job.number(), volunteer.index());
    Offer offer = Offer.of(volunteer, job.particulars(), suitable.distance(), past);
    Reply.to(offer, strain, mood, habits, now, zone)
        .ifPresent(reply -> schedule(reply.at(), job, new Event.Answered(volunteer, reply.yes())));
    strain.offered(now);
    job.offered();
  }

  private void taken(Job job, HelpRequest.Seeking seeking, Townsperson volunteer, Instant now) {
    Strain strain = past.of(volunteer);
    if (strain.held() >= cell.rules().holdAtMost()) return;
    strain.took(now);
    past.helped(job.particulars().resident(), volunteer);
    job.is(seeking.claimedBy(volunteer.person().id(), now));
    schedule(now.plus(job.takes(town.seed(), habits)), job, new Event.Done(volunteer));
  }

  private void declined(Job job, HelpRequest.Seeking seeking, Townsperson volunteer, Instant now) {
    HelpRequest.Seeking declined = seeking.declinedBy(volunteer.person().id());
    job.is(declined);
    boolean allSaidNo = declined.search().declined().containsAll(declined.search().asked());
    if (allSaidNo && !declined.search().handedOver()) goOn(job, now);
  }
}
