package org.doorstep.talk;

import java.util.List;
import java.util.Set;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.place.Place;

/** What is known for one slot of a form. */
public sealed interface SlotValue {

  /** Own words, a name, a note. */
  record Words(String text) implements SlotValue {
    @Override
    public String toString() {
      return "Words[redacted]";
    }
  }

  /** Keys of a vocabulary or of the slot's own options. */
  record Picked(List<String> keys) implements SlotValue {
    public Picked {
      keys = List.copyOf(keys);
    }
  }

  record At(Place place) implements SlotValue {}

  /** Not settled yet: one of these places, and they have to say which. */
  record OneOf(List<Place> places) implements SlotValue {
    public OneOf {
      places = List.copyOf(places);
    }
  }

  record Time(When when) implements SlotValue {}

  record Raised(Set<Flag> flags) implements SlotValue {
    public Raised {
      flags = Set.copyOf(flags);
    }
  }

  /** Asked, and left out on purpose. */
  record Skipped() implements SlotValue {}
}
