package org.doorstep.desk;

import java.util.HashSet;
import java.util.Set;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What officers have to say to those who lead the groups, or a lead to the officers. Who has seen
 * it is kept only so that nobody counts twice.
 *
 * @param by the lead who said it; null where an officer did
 * @param from the lead, as officers and other leads read it
 * @param to to how many leads it went
 */
public record Circular(
    String id,
    String text,
    @Nullable PersonId by,
    String from,
    int to,
    Set<PersonId> seen,
    Set<PersonId> passed) {

  public Circular {
    seen = Set.copyOf(seen);
    passed = Set.copyOf(passed);
  }

  static Circular ofCell(String id, String text) {
    return new Circular(id, text, null, "", 0, Set.of(), Set.of());
  }

  static Circular of(String id, String text, PersonId by, String from) {
    return new Circular(id, text, by, from, 0, Set.of(), Set.of());
  }

  Circular sentTo(int leads) {
    return new Circular(id, text, by, from, leads, seen, passed);
  }

  Circular seenBy(PersonId who) {
    return new Circular(id, text, by, from, to, with(seen, who), passed);
  }

  Circular passedOnBy(PersonId who) {
    return new Circular(id, text, by, from, to, with(seen, who), with(passed, who));
  }

  Circular without(PersonId who) {
    return new Circular(id, text, by, from, to, less(seen, who), less(passed, who));
  }

  private static Set<PersonId> with(Set<PersonId> some, PersonId one) {
    Set<PersonId> all = new HashSet<>(some);
    all.add(one);
    return all;
  }

  private static Set<PersonId> less(Set<PersonId> some, PersonId one) {
    Set<PersonId> all = new HashSet<>(some);
    all.remove(one);
    return all;
  }

  @Override
  public String toString() {
    return "Circular[" + id + "]";
  }
}
