package org.doorstep.desk;

import java.util.Collection;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Two people who are not to meet; those a case is about, where it is about two. */
record Apart(PersonId resident, PersonId volunteer) {

  static Optional<Apart> of(Draft draft, Case theCase) {
    if (theCase.matter().request() == null) return Optional.empty();
    return draft
        .request(theCase.matter().request().value())
        .flatMap(request -> of(request, theCase.person()));
  }

  private static Optional<Apart> of(HelpRequest request, PersonId person) {
    PersonId other = person.equals(request.resident()) ? holder(request) : person;
    return Optional.ofNullable(other).map(who -> new Apart(request.resident(), who));
  }

  /** Whether they are not to meet: it is enough that one of the two has the other on their list. */
  static boolean kept(Draft draft, PersonId resident, Person volunteer) {
    return volunteer.ties().apart().contains(resident)
        || draft
            .person(resident)
            .filter(person -> person.ties().apart().contains(volunteer.id()))
            .isPresent();
  }

  /**
   * Whether a job, or a part of one, is not for somebody: they are not to meet whoever needs it, or
   * somebody who comes for another part.
   */
  static boolean from(Draft draft, HelpRequest job, Person volunteer) {
    return kept(draft, job.resident(), volunteer)
        || fromAny(draft, Parts.holders(Parts.others(draft, job)), volunteer);
  }

  /** Whether there is one among them whom they are not to meet. */
  static boolean fromAny(Draft draft, Collection<PersonId> others, Person volunteer) {
    return others.stream()
        .anyMatch(other -> !other.equals(volunteer.id()) && kept(draft, other, volunteer));
  }

  private static @Nullable PersonId holder(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder();
      case Delivered d -> d.holder();
      case HelpRequest.Seeking s -> null;
      case Kept k -> null;
      case InTriage t -> null;
      case WithOfficer w -> null;
      case HelpRequest.Closed c -> null;
    };
  }

  /** From now on neither is asked about the other; neither is told. */
  void keep(Draft draft) {
    draft
        .person(resident)
        .ifPresent(person -> draft.put(person.tied(person.ties().apartFrom(volunteer))));
  }
}
