package org.doorstep.help;

import java.util.HashSet;
import java.util.Set;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;

/** Somebody who might be asked, and what is remembered of their helping. */
public record Candidate(Person person, Tally tally) {

  public static Candidate fresh(Person person) {
    return new Candidate(person, Tally.NONE);
  }

  PersonId id() {
    return person.id();
  }

  /** All that they read or speak. */
  Set<String> languages() {
    Set<String> all = new HashSet<>(Set.of(person.language()));
    Volunteering offer = person.volunteering();
    if (offer != null) all.addAll(offer.languages());
    return all;
  }

  @Override
  public String toString() {
    return "Candidate[" + person.id() + "]";
  }
}
