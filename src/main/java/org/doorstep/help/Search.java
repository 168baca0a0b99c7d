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
 * @param round rises whenever who may take it changes otherwise than by a claim: it is opened
 *     again, kept for one, handed to another
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
    return sentTo(volunteers, together());
  }

  /** Nobody is alone with it any more. */
  private @Nullable Aside together() {
    return aside == null ? null : new Aside(aside.waves(), false);
  }

  Search sentAside(List<PersonId> volunteers, boolean alone) {
    return sentTo(volunteers, new Aside(aside == null ? 1 : aside.waves() + 1, alone));
  }

  private Search sentTo(List<PersonId> volunteers, @Nullable Aside next) {
    return new Search(
        round,
        wave + 1,
        append(asked, volunteers),
        union(known, volunteers),
        declined,
        handedOver,
        next);
  }

  Search declinedBy(PersonId volunteer) {
    return without(List.of(volunteer));
  }

  /** They have a part in it already. */
  Search without(Collection<PersonId> some) {
    return new Search(round, wave, asked, known, union(declined, some), handedOver, aside);
  }

  /** Whoever was asked about another part was asked about this one too. */
  Search askedAs(Search other) {
    return new Search(
        round,
        wave,
        append(asked, other.asked),
        union(known, other.known),
        union(declined, other.declined),
        handedOver,
        aside);
  }

  /** Another part of it is looked for; this one begins with its first wave when it comes to it. */
  Search waiting() {
    return new Search(round, 0, asked, known, declined, handedOver, null);
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

  /** It goes another way, and the waves stand where they stood. */
  Search nextRound() {
    return new Search(round + 1, wave, asked, known, declined, handedOver, together());
  }

  /** They are asked by name. */
  Search knownTo(PersonId volunteer) {
    return new Search(
        round, wave, asked, union(known, List.of(volunteer)), declined, handedOver, aside);
  }

  /** They want it: an earlier no is forgotten, and they may be asked by themselves. */
  Search wantedBy(PersonId volunteer) {
    return new Search(
        round,
        wave,
        asked,
        union(known, List.of(volunteer)),
        less(declined, volunteer),
        handedOver,
        aside);
  }

  /** They have had their chance in this round. */
  Search askedAlone(PersonId volunteer) {
    List<PersonId> one = List.of(volunteer);
    return new Search(
        round, wave, append(asked, one), union(known, one), declined, handedOver, aside);
  }

  private static List<PersonId> append(List<PersonId> some, List<PersonId> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private static Set<PersonId> less(Set<PersonId> some, PersonId one) {
    return some.stream().filter(p -> !p.equals(one)).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<PersonId> union(Set<PersonId> some, Collection<PersonId> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
