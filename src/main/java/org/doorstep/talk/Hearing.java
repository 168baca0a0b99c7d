package org.doorstep.talk;

import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/** What one message came to for one slot. */
sealed interface Hearing {

  record Value(SlotValue value, Known.Source source, double confidence) implements Hearing {
    Known known() {
      return new Known(value, source, confidence);
    }
  }

  /** No place is called so. */
  record Nowhere(String named) implements Hearing {}

  /** Places cannot be looked up just now. */
  record Unreachable() implements Hearing {}

  /** It is not the place it was last time. */
  record Elsewhere() implements Hearing {}

  record Nothing() implements Hearing {}

  static Hearing tapped(SlotValue value) {
    return new Value(value, Known.Source.TAPPED, 1);
  }

  static Hearing typed(@Nullable SlotValue value) {
    return value == null ? new Nothing() : new Value(value, Known.Source.TYPED, 1);
  }

  static Hearing at(Place place, Known.Source source) {
    return new Value(new SlotValue.At(place), source, 1);
  }
}
