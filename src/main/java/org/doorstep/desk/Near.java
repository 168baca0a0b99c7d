package org.doorstep.desk;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.people.Person;
import org.doorstep.people.Ties;
import org.doorstep.place.Distance;
import org.doorstep.talk.Tap;

/** A job that a volunteer could take of their own accord: open, and within their reach. */
record Near(HelpRequest.Seeking job, Distance away) {

  /** The button that says so. */
  static final String OFFER = "home.near-job";

  private static final String STATE = "near-job";

  /** No wave's reach counts, but their own. */
  private static final WaveStep AS_FAR_AS_THEY_GO =
      new WaveStep(1, Integer.MAX_VALUE, Duration.ofMinutes(1));

  /** The newest first, of those that were looked up. */
  static List<Near> of(Draft draft, Person me) {
    return draft.dossier().answers().open().stream()
        .flatMap(job -> of(draft, me, job).stream())
        .sorted(
            Comparator.comparing((Near near) -> near.job.particulars().openedAt())
                .reversed()
                .thenComparing(near -> near.job.id().value()))
        .toList();
  }

  /** What is put to nobody yet, to one person alone, or was refused by them, is not shown. */
  private static Optional<Near> of(Draft draft, Person me, HelpRequest job) {
    return job instanceof HelpRequest.Seeking seeking
            && !seeking.search().alone()
            && !seeking.search().declined().contains(me.id())
            && !Intake.matters(seeking)
        ? away(draft, me, seeking).map(distance -> new Near(seeking, distance))
        : Optional.empty();
  }

  /** How far they would go for it; empty where it is not for them, whoever has it by now. */
  private static Optional<Distance> away(Draft draft, Person me, HelpRequest job) {
    Optional<Person> resident = draft.person(job.resident());
    return Matching.couldTake(
        Asking.in(
            draft.cell(),
            HelpRequest.open(job.particulars()),
            resident.map(Person::ties).orElse(Ties.NONE),
            resident.map(Person::language).orElse(draft.cell().language()),
            AS_FAR_AS_THEY_GO,
            false,
            draft.now()),
        Candidate.fresh(me));
  }

  /** Whether a tap is on such a job, and it still is one for them. */
  static boolean tapped(Draft draft, Person me, HelpRequest job, Tap tap) {
    return tap.flow().equals(Homes.FLOW)
        && tap.state().equals(STATE)
        && tap.choice().equals("take")
        && away(draft, me, job).isPresent();
  }

  Map<String, String> values(Wording theirs, Draft draft) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    values.put("distance", theirs.distance(away));
    return values;
  }
}
