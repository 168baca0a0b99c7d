package org.doorstep.desk;

import java.util.List;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** The jobs that a volunteer's message may be about. */
final class Mine {

  private Mine() {}

  /** The jobs they hold or may take; where there are none, those that others took before them. */
  static List<HelpRequest> of(Draft draft, PersonId me) {
    List<HelpRequest> live =
        draft.requests().stream()
            .filter(
                r ->
                    switch (r) {
                      case HelpRequest.Claimed c ->
                          c.holder().equals(me) || me.equals(c.offeredTo());
                      case Kept k -> k.volunteer().equals(me);
                      case WithOfficer w -> false;
                      case HelpRequest.Seeking s -> offered(s, me);
                      case Delivered d -> false;
                      case HelpRequest.Closed c -> false;
                    })
            .toList();
    return live.isEmpty()
        ? draft.requests().stream()
            .filter(r -> r.standby().holds(me) || (taken(r) && offered(r, me)))
            .toList()
        : live;
  }

  private static boolean taken(HelpRequest request) {
    return request instanceof HelpRequest.Claimed || request instanceof Kept;
  }

  private static boolean offered(HelpRequest request, PersonId me) {
    return request.search().known().contains(me) && !request.search().declined().contains(me);
  }

  /** Those of them that they hold. */
  static List<HelpRequest> held(List<HelpRequest> jobs, Person me) {
    return jobs.stream()
        .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(me.id()))
        .toList();
  }
}
