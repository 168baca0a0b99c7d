package org.doorstep.help;

import java.util.List;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.Distance;

/**
 * A volunteer who may be asked, and why they come where they come in the line.
 *
 * @param metres how far away they count as; the smallest comes first
 */
public record Suitable(Candidate candidate, Distance distance, int metres, List<Reason> reasons) {

  public Suitable {
    reasons = List.copyOf(reasons);
  }

  public Person volunteer() {
    return candidate.person();
  }

  public static List<PersonId> ids(List<Suitable> some) {
    return some.stream().map(suitable -> suitable.volunteer().id()).toList();
  }

  /** Whether they helped this resident before. */
  public boolean familiar() {
    return reasons.stream().anyMatch(Reason.HelpedBefore.class::isInstance);
  }
}
