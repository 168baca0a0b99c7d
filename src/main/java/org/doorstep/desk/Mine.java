package org.doorstep.desk;

import java.util.List;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Talk;

/** The jobs that a volunteer's message may be about. */
final class Mine {

  private Mine() {}

  /** Whether a text is what a button on one of their jobs says. */
  static boolean answered(Talk talk, Draft draft, PersonId me, String text) {
    return !of(draft, me).isEmpty()
        && (Typed.about(talk, text, true).isPresent()
            || Typed.about(talk, text, false).isPresent()
            || Typed.leaves(talk, text));
  }

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
                      case InTriage t -> false;
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

  /** Whether somebody asks them to take a job over. */
  static boolean takesOver(List<HelpRequest> jobs, Person me) {
    return jobs.stream()
        .anyMatch(r -> r instanceof HelpRequest.Claimed c && me.id().equals(c.offeredTo()));
  }

  /** Those of them that they hold. */
  static List<HelpRequest> held(List<HelpRequest> jobs, Person me) {
    return jobs.stream()
        .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(me.id()))
        .toList();
  }
}
