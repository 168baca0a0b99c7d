package org.doorstep.talk;

import org.doorstep.place.Place;

/** What one message came to for one slot. */
sealed interface Hearing {

  /**
   * @param whole the whole message was this answer, so there is nothing else in it
   */
  record Value(SlotValue value, Known.Source source, double confidence, boolean whole)
      implements Hearing {
    /** There may be more in the message than this answer. */
    Value partly() {
      return new Value(value, source, confidence, false);
    }

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

  /** An option that was tapped, or typed as it stands there. */
  static Hearing picked(SlotValue value, Known.Source source) {
    return new Value(value, source, 1, true);
  }

  static Hearing typed(SlotValue value) {
    return new Value(value, Known.Source.TYPED, 1, false);
  }

  static Hearing said(SlotValue value, double confidence) {
    return new Value(value, Known.Source.SAID, confidence, false);
  }

  static Hearing at(Place place, Known.Source source) {
    return new Value(new SlotValue.At(place), source, 1, false);
  }
}
