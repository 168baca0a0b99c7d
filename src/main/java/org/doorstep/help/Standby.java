package org.doorstep.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.people.PersonId;

/** Those who said yes after somebody else had, first come first. It names nobody twice. */
public record Standby(List<Place> places) {

  /** A longer line would promise what is never kept. */
  public static final int LONGEST = 10;

  public static final Standby NOBODY = new Standby(List.of());

  /**
   * One place in the line.
   *
   * @param since when they said yes; a fresh yes needs no second asking
   */
  public record Place(PersonId volunteer, Instant since) {}

  public Standby {
    places = List.copyOf(places);
    if (places.size() > LONGEST) throw new IllegalArgumentException("the line is too long");
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  public boolean isFull() {
    return places.size() >= LONGEST;
  }

  public List<PersonId> volunteers() {
    return places.stream().map(Place::volunteer).toList();
  }

  public boolean holds(PersonId volunteer) {
    return volunteers().contains(volunteer);
  }

  /** 1 for the next in line; 0 for who is not in it. */
  public int placeOf(PersonId volunteer) {
    return volunteers().indexOf(volunteer) + 1;
  }

  Optional<Place> first() {
    return places.stream().findFirst();
  }

  /** At the end; who stands in it already keeps their place. */
  Standby joinedBy(PersonId volunteer, Instant now) {
    if (holds(volunteer) || isFull()) return this;
    List<Place> all = new ArrayList<>(places);
    all.add(new Place(volunteer, now));
    return new Standby(all);
  }

  Standby without(PersonId volunteer) {
    return new Standby(places.stream().filter(p -> !p.volunteer().equals(volunteer)).toList());
  }
}
