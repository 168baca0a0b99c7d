package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** MY JOBS: what somebody has in hand, and what they have asked for. */
record MyJobs(Wording wording) {

  void show(Draft draft, Person me) {
    List<HelpRequest> held =
        draft.requests().stream()
            .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(me.id()))
            .toList();
    List<HelpRequest> asked =
        Parts.once(
            draft.requests().stream()
                .filter(r -> r.resident().equals(me.id()) && !(r instanceof HelpRequest.Closed))
                .toList());
    if (held.isEmpty() && asked.isEmpty()) {
      draft.tell(me.id(), wording.to(draft, me.id()).say("job.my-jobs-none"), HOLD);
    }
    Wording theirs = wording.to(draft, me.id());
    for (HelpRequest job : held) {
      PersonId resident = job.resident();
      draft.tell(
          me.id(),
          theirs.say("job.mine", JobRef.to(job).about(), theirs.held(draft, job)),
          HOLD,
          resident);
    }
    if (!asked.isEmpty()) {
      draft.tell(
          me.id(),
          theirs.say("request-help.mine", Map.of("list", theirs.lines(draft, asked))),
          HOLD);
    }
  }
}
