package org.doorstep.help;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has been asked so far.
 *
 * @param round rises each time the request is opened again
 * @param wave how many waves of this round went out
 * @param asked everybody who is not to be asked again in this round, in order
 * @param known everybody who was ever asked; an old offer may still be answered
 * @param declined those who said no, or gave it back
 * @param handedOver no more waves: it has been passed to an officer, though it may still be claimed
 * @param aside those waves that were none of the cell's list; null before there were any
 */
public record Search(
    int round,
    int wave,
    List<PersonId> asked,
    Set<PersonId> known,
    Set<PersonId> declined,
    boolean handedOver,
    @Nullable Aside aside) {

  /**
   * Waves to somebody who helped before, or at night to those on duty.
   *
   * @param alone the last wave went to one person who helped before, and nobody else is asked yet
   */
  public record Aside(int waves, boolean alone) {}

  public Search {
    asked = List.copyOf(asked);
    known = Set.copyOf(known);
    declined = Set.copyOf(declined);
  }

  static Search first() {
    return new Search(1, 0, List.of(), Set.of(), Set.of(), false, null);
  }

  /** How many waves of the cell's list went out. */
  public int step() {
    return aside == null ? wave : wave - aside.waves();
  }

  /** One person has been asked, who helped before, and is given a while. */
  public boolean alone() {
    return aside != null && aside.alone();
  }

  Search sentTo(List<PersonId> volunteers) {
    return sentTo(volunteers, aside == null ? null : new Aside(aside.waves(), false));
  }

  Search sentAside(List<PersonId> volunteers, boolean alone) {
    return sentTo(volunteers, new Aside(aside == null ? 1 : aside.waves() + 1, alone));
  }

  private Search sentTo(List<PersonId> volunteers, @Nullable Aside next) {
    return new Search(
        round,
        wave + 1,
        Stream.concat(asked.stream(), volunteers.stream()).distinct().toList(),
        union(known, volunteers),
        declined,
        handedOver,
        next);
  }

  Search declinedBy(PersonId volunteer) {
    return new Search(
        round, wave, asked, known, union(declined, List.of(volunteer)), handedOver, aside);
  }

  Search passedOn() {
    return new Search(round, wave, asked, known, declined, true, aside);
  }

  /** Opened again: everyone may be asked afresh, but for those who said no. */
  Search again() {
    return new Search(round + 1, 0, List.copyOf(declined), known, declined, false, null);
  }

  Search againWithout(PersonId volunteer) {
    return declinedBy(volunteer).again();
  }

  private static Set<PersonId> union(Set<PersonId> some, Collection<PersonId> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
