package org.doorstep.desk;

import java.util.List;
import java.util.Optional;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;

/** The jobs that a volunteer's message may be about. */
final class Mine {

  /** What is asked about a job, with its buttons. */
  private static final List<String> ASKED =
      List.of("offered", "claimed", "standby", "your-turn", "assigned", "hand-over");

  private Mine() {}

  /** Whether a text is what a button on one of their jobs says. */
  static boolean answered(Talk talk, Draft draft, PersonId me, String text) {
    return !of(draft, me).isEmpty()
        && ASKED.stream().anyMatch(asked -> talk.answer("job." + asked, text).isPresent());
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

  /** Their answer to whether they take the one job over, where a text says what a button does. */
  static Optional<Content> typed(Talk talk, Draft draft, PersonId me, String text) {
    List<HelpRequest> jobs = of(draft, me);
    boolean asked =
        jobs.size() == 1
            && jobs.getFirst() instanceof HelpRequest.Claimed c
            && me.equals(c.offeredTo());
    return asked
        ? talk.answer("job.hand-over", text)
            .map(choice -> new Tap("job", 1, "hand-over", choice, about(jobs.getFirst())))
            .map(tap -> new Content(text, tap.encoded(), null, null, List.of()))
        : Optional.empty();
  }

  private static String about(HelpRequest job) {
    return JobRef.to(job).about();
  }

  /** Those of them that they hold. */
  static List<HelpRequest> held(List<HelpRequest> jobs, Person me) {
    return jobs.stream()
        .filter(r -> r instanceof HelpRequest.Claimed c && c.holder().equals(me.id()))
        .toList();
  }
}
