package org.doorstep.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;

/** Buttons on posts in Slack: a job that is taken there, a case that is seen to. */
final class Presses {

  private final Wording wording;
  private final Jobs jobs;
  private final Cases cases;
  private final Residents residents;
  private final Deciding deciding;
  private final Unsealing unsealing;
  private final OfficersLine line;
  private final ReferPresses refer;

  Presses(
      Wording wording,
      Jobs jobs,
      Cases cases,
      Residents residents,
      Deciding deciding,
      OfficersLine line,
      ReferPresses refer) {
    this.refer = refer;
    this.wording = wording;
    this.jobs = jobs;
    this.cases = cases;
    this.residents = residents;
    this.deciding = deciding;
    this.unsealing = new Unsealing(wording);
    this.line = line;
  }

  void pressed(Draft draft, Person sender, Inbound.Pressed pressed) {
    if (Strangers.is(draft.cell(), pressed.sender())) {
      whisper(draft, pressed, Strangers.refusal(pressed.sender().standing()));
      return;
    }
    Tap.decode(pressed.tap())
        .ifPresent(
            tap -> {
              Optional<JobRef> job = JobRef.of(tap);
              if (tap.flow().equals(Triage.FLOW)) deciding.pressed(draft, sender, pressed, tap);
              else if (ReferPresses.about(tap)) refer.pressed(draft, pressed, tap);
              else if (tap.flow().equals(Circulars.FLOW)) {
                new Circulars(wording).pressed(draft, pressed, sender, tap);
              } else if (job.isPresent()) take(draft, sender, pressed, job.get());
              else onCase(draft, pressed, tap);
            });
  }

  private void take(Draft draft, Person sender, Inbound.Pressed pressed, JobRef ref) {
    if (sender.volunteering() == null) {
      whisper(draft, pressed, "job.whisper-join-first");
      return;
    }
    draft
        .request(ref.request())
        .ifPresentOrElse(
            request -> jobs.take(draft, sender, request),
            () -> whisper(draft, pressed, "job.whisper-not-open"));
  }

  private void onCase(Draft draft, Inbound.Pressed pressed, Tap tap) {
    Case about =
        draft.cases().stream()
            .filter(c -> c.id().value().equals(tap.about()))
            .findFirst()
            .orElse(null);
    String who = pressed.sender().address().value();
    Optional<Officer> officer =
        about == null ? draft.cell().officer(who) : Answering.of(draft.cell(), about).officer(who);
    if (officer.isEmpty() && about != null && about.isSealed()) {
      unsealing.refuse(draft, pressed, about);
    } else if (officer.isEmpty()) whisper(draft, pressed, "case.not-an-officer");
    else if (about != null && about.isSealed() && tap.choice().equals(Unsealing.SHOW)) {
      unsealing.show(draft, pressed, about);
    } else if (about != null && tap.choice().equals("keep-apart")) keepApart(draft, pressed, about);
    else if (about != null) onCase(draft, about, officer.get(), tap.choice());
  }

  private void keepApart(Draft draft, Inbound.Pressed pressed, Case theCase) {
    Apart.of(draft, theCase)
        .ifPresent(
            pair -> {
              pair.keep(draft);
              whisper(draft, pressed, "case.kept-apart");
            });
  }

  /** What a button does, wherever it stands. */
  void onCase(Draft draft, Case theCase, Officer officer, String choice) {
    switch (theCase) {
      case Case open when open.isOpen() && choice.equals("hand-back") -> line.handBack(draft, open);
      case Case.Waiting w when choice.equals("acknowledge") -> cases.acknowledge(draft, w, officer);
      case Case.Waiting w ->
          outcome(choice)
              .ifPresent(o -> close(draft, w.close(officer.slackUser(), o, draft.now()), officer));
      case Case.Acknowledged a ->
          outcome(choice)
              .ifPresent(o -> close(draft, a.close(officer.slackUser(), o, draft.now()), officer));
      case Case.Closed c -> {}
    }
  }

  private static Optional<Case.Outcome> outcome(String choice) {
    for (Case.Outcome outcome : Case.Outcome.values()) {
      if (outcome.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(choice)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /**
   * A request that nobody took ends with its case, unless the officer says it was not needed; so
   * does a regular time of which nobody had heard, and no other that somebody has.
   */
  private void close(Draft draft, Case.Closed closed, Officer officer) {
    cases.close(draft, closed, officer);
    if (closed.matter().request() == null || !closed.matter().reason().ofARequest()) return;
    boolean notNeeded = closed.outcome() == Case.Outcome.NOT_NEEDED;
    draft
        .request(closed.matter().request().value())
        .ifPresent(
            request -> {
              if (request instanceof HelpRequest.Seeking seeking && !notNeeded) {
                residents.close(draft, seeking.close(Outcome.BY_OFFICER, draft.now()));
              } else if (request instanceof WithOfficer with) {
                boolean neighboursMay =
                    closed.matter().reason() != Reason.REFERRAL
                        && closed.matter().reason() != Reason.RETURNED;
                if (notNeeded && neighboursMay) residents.askAgain(draft, with);
                else residents.close(draft, with.close(Outcome.BY_OFFICER, draft.now()));
              } else if (request instanceof HelpRequest.Claimed missed
                  && closed.matter().reason() == Reason.MISSED) {
                residents.close(draft, missed.close(Outcome.BY_OFFICER, draft.now()));
              }
            });
  }

  private void whisper(Draft draft, Inbound.Pressed pressed, String id) {
    Person presser = draft.dossier().sender();
    Wording theirs = presser == null ? wording.toCell(draft) : wording.to(draft, presser.id());
    draft.whisper(pressed, theirs.words(id, Map.of()));
  }
}
