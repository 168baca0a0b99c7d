package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;

import java.util.List;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;

/**
 * Those who were asked too hear at once that somebody has it: one commit tells some, and wakes the
 * next, because many waves, for several jobs, may have asked more people than one commit can write
 * to.
 */
final class Others {

  private static final int AT_ONCE = 100;

  private final Wording wording;

  Others(Wording wording) {
    this.wording = wording;
  }

  void hear(Draft draft, HelpRequest.Claimed claimed) {
    hear(draft, claimed, claimed.holder(), 0);
  }

  void hear(Draft draft, Alarm.Taken alarm) {
    draft
        .request(alarm.request().value())
        .filter(request -> request.search().round() == alarm.round())
        .ifPresent(
            request -> {
              switch (request) {
                case HelpRequest.Claimed c -> hear(draft, c, c.holder(), alarm.from());
                case Delivered d -> hear(draft, d, d.holder(), alarm.from());
                case Open o -> {}
                case WithOfficer w -> {}
                case HelpRequest.Closed c -> {}
              }
            });
  }

  private void hear(Draft draft, HelpRequest request, PersonId holder, int from) {
    List<PersonId> asked = request.search().asked();
    int to = Math.min(asked.size(), from + Math.max(0, AT_ONCE - draft.saying()));
    for (PersonId other : asked.subList(Math.min(from, to), to)) {
      boolean knows = other.equals(holder) || request.standby().holds(other);
      if (!knows && !request.search().declined().contains(other)) {
        Wording theirs = wording.to(draft, other);
        draft.tell(other, theirs.say("job.taken", theirs.open(draft, request)), DROP);
      }
    }
    if (to < asked.size()) {
      draft.wake(new Alarm.Taken(request.id(), request.search().round(), to), draft.now());
    }
  }
}
