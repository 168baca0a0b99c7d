package org.doorstep.place;

import java.util.List;

/** What a gazetteer says of a name. It never guesses. */
public sealed interface PlaceAnswer {

  /** Exactly one place is called so. */
  record Found(Place place) implements PlaceAnswer {}

  /** Several are; a person has to say which. */
  record Several(List<Place> places) implements PlaceAnswer {
    public Several {
      places = List.copyOf(places);
    }
  }

  /** None is. */
  record Unknown() implements PlaceAnswer {}

  /** Nobody could be asked just now. */
  record Unreachable() implements PlaceAnswer {}
}
