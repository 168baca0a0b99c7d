package org.doorstep.talk;

import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person did in a conversation: wrote, tapped, or sent a pin.
 *
 * @param text what they wrote, or the label of what they tapped; may be empty
 */
public record Heard(String text, @Nullable Tap tap, @Nullable Place pin) {

  public static Heard text(String text) {
    return new Heard(text, null, null);
  }

  @Override
  public String toString() {
    return "Heard[redacted]";
  }
}
