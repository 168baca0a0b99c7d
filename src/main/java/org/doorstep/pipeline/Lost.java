package org.doorstep.pipeline;

/** The cell is worked by another instance now: whatever was in hand is that one's to do. */
public final class Lost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Lost(Holding holding) {
    super(
        "cell " + holding.cell() + " is no longer held in epoch " + holding.epoch(),
        null,
        false,
        false);
  }
}
