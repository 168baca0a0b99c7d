package org.doorstep.desk;

import java.util.List;
import java.util.Set;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.doorstep.people.Volunteering;

/** A volunteer whom somebody calls by name, among those of the area. */
sealed interface Named {

  record One(Person volunteer) implements Named {}

  /** Only a longer name tells them apart. */
  record Several() implements Named {}

  /** None, or none who may be asked just now. */
  record Nobody() implements Named {}

  /** By the whole name, or else by the first word of it; never one who is not to meet them. */
  static Named of(Draft draft, String name, HelpRequest job, Set<PersonId> without) {
    List<Person> all =
        draft.dossier().answers().volunteers().stream()
            .map(Candidate::person)
            .filter(p -> !without.contains(p.id()) && !p.id().equals(job.resident()))
            .filter(p -> mayBeAsked(draft, p) && !Apart.from(draft, job, p))
            .toList();
    List<Person> found = PersonName.called(name, all);
    return switch (found.size()) {
      case 0 -> new Nobody();
      case 1 -> new One(found.getFirst());
      default -> new Several();
    };
  }

  private static boolean mayBeAsked(Draft draft, Person person) {
    Volunteering offer = person.volunteering();
    return offer != null
        && person.name() != null
        && !person.optedOut()
        && offer.availableAt(draft.now());
  }
}
