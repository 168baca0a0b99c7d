package org.doorstep.talk;

/**
 * A slot's value and how it came to be known.
 *
 * @param confidence 0 to 1; what is unsure is shown as a question, never used in silence
 */
public record Known(SlotValue value, Source source, double confidence) {

  /** Where a value came from. */
  public enum Source {
    TAPPED,
    TYPED,
    SAID,
    PIN,
    REMEMBERED,
    DEFAULT
  }
}
