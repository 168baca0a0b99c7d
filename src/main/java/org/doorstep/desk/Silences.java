package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.Map;
import org.doorstep.help.HelpRequest;

/** A holder of whom nothing is heard: a nudge, then the job goes back. */
final class Silences {

  private final Wording wording;
  private final Jobs jobs;
  private final Missed missed;

  Silences(Wording wording, Jobs jobs, Missed missed) {
    this.wording = wording;
    this.jobs = jobs;
    this.missed = missed;
  }

  void rang(Draft draft, Alarm.Silence alarm) {
    draft
        .request(alarm.request().value())
        .filter(r -> r.search().round() == alarm.round())
        .ifPresent(
            request -> {
              if (request instanceof HelpRequest.Claimed c) {
                if (!c.nudged()) nudge(draft, c);
                else
                  Holders.doneEachTime(draft, c)
                      .ifPresentOrElse(
                          each -> missed.notHeardOf(draft, c, each), () -> lapse(draft, c));
              }
            });
  }

  private void nudge(Draft draft, HelpRequest.Claimed claimed) {
    HelpRequest.Claimed nudged = claimed.askedHowItGoes();
    draft.put(nudged);
    draft.fact(new Fact.HolderNudged(nudged.id()));
    Wording theirs = wording.to(draft, nudged.holder());
    Map<String, String> values = theirs.held(draft, nudged);
    Instant deadline = draft.deadline(nudged);
    boolean overdue = deadline != null && !deadline.isAfter(draft.now());
    draft.tell(
        nudged.holder(),
        theirs.say(overdue ? "job.overdue" : "job.nudge", JobRef.to(nudged).about(), values),
        HOLD,
        nudged.resident());
    draft.wake(
        new Alarm.Silence(nudged.id(), nudged.search().round()),
        draft.ageing().lapseAt(draft.now(), deadline));
  }

  private void lapse(Draft draft, HelpRequest.Claimed claimed) {
    Wording theirs = wording.to(draft, claimed.holder());
    draft.tell(claimed.holder(), theirs.say("job.lapsed", theirs.open(draft, claimed)), HOLD);
    jobs.reopen(draft, claimed, true);
  }
}
