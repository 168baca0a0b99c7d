package org.doorstep.village;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.doorstep.place.Distance;
import org.doorstep.place.Point;

/** The volunteers as they live around a request, nearest first. */
record Around(List<Near> volunteers) {

  /** A volunteer, and how far away. */
  record Near(Townsperson volunteer, Distance distance) {

    /** A wave's reach, and their own. */
    boolean within(int metres) {
      return distance.within(Math.min(metres, volunteer.reachMetres()));
    }
  }

  Around {
    volunteers = List.copyOf(volunteers);
  }

  static Around of(Point middle, Collection<Townsperson> volunteers) {
    return new Around(
        volunteers.stream()
            .map(volunteer -> new Near(volunteer, volunteer.home().to(middle)))
            .sorted(Comparator.comparing(Near::distance))
            .toList());
  }

  /** Those who would go that far; nobody else need be looked at. */
  List<Townsperson> within(int metres) {
    return volunteers.stream().filter(near -> near.within(metres)).map(Near::volunteer).toList();
  }

  List<Townsperson> everyone() {
    return volunteers.stream().map(Near::volunteer).toList();
  }
}
