package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** MY JOBS: what somebody has in hand, stands by for, does each time, and has asked for. */
record MyJobs(Wording wording) {

  /** Nobody reads more. */
  private static final int SHOWN = 10;

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
    List<HelpRequest> waited =
        draft.requests().stream().filter(r -> !r.over() && r.standby().holds(me.id())).toList();
    List<Arrangement> each =
        draft.arrangements().stream().filter(a -> a.does(me.id())).limit(SHOWN).toList();
    if (Stream.of(held, waited, each, asked).allMatch(List::isEmpty)) {
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
    for (HelpRequest job : waited) {
      Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
      values.put("place-in-line", Integer.toString(job.standby().placeOf(me.id())));
      draft.tell(me.id(), theirs.say("job.my-standby", JobRef.to(job).about(), values), HOLD);
    }
    Regular regular = new Regular(wording);
    each.forEach(arrangement -> regular.tell(draft, me.id(), "done-by-you", arrangement));
    if (!asked.isEmpty()) {
      draft.tell(
          me.id(),
          theirs.say("request-help.mine", Map.of("list", theirs.lines(draft, asked))),
          HOLD);
    }
  }
}
