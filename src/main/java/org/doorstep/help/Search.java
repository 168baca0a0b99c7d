package org.doorstep.help;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;

/**
 * Who has been asked so far.
 *
 * @param round rises each time the request is opened again; what belongs to an older round is stale
 * @param wave how many waves of this round went out
 * @param asked everybody asked, in order
 * @param declined those who said no, or gave it back
 * @param handedOver no more waves: it has been passed to an officer, though it may still be claimed
 */
public record Search(
    int round, int wave, List<PersonId> asked, Set<PersonId> declined, boolean handedOver) {

  public Search {
    asked = List.copyOf(asked);
    declined = Set.copyOf(declined);
  }

  static Search first() {
    return new Search(1, 0, List.of(), Set.of(), false);
  }

  Search sentTo(List<PersonId> volunteers) {
    SequencedSet<PersonId> all = new LinkedHashSet<>(asked);
    all.addAll(volunteers);
    return new Search(round, wave + 1, List.copyOf(all), declined, handedOver);
  }

  Search declinedBy(PersonId volunteer) {
    return new Search(round, wave, asked, with(volunteer), handedOver);
  }

  Search passedOn() {
    return new Search(round, wave, asked, declined, true);
  }

  /** Opened again: everyone may be asked afresh, but for those who said no. */
  Search again() {
    return new Search(round + 1, 0, List.copyOf(declined), declined, false);
  }

  Search againWithout(PersonId volunteer) {
    return declinedBy(volunteer).again();
  }

  private Set<PersonId> with(PersonId volunteer) {
    return Set.copyOf(Stream.concat(declined.stream(), Stream.of(volunteer)).toList().stream().distinct().toList());
  }
}
