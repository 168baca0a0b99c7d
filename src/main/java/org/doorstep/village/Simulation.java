package org.doorstep.village;

import org.doorstep.cell.Cell;

/** Three ways of asking in the same town, for the same requests, met by the same moods. */
public final class Simulation {

  private Simulation() {}

  /** How much there is of it. */
  public record Size(int volunteers, int requestsADay, int days) {
    public Size {
      if (volunteers < 1 || requestsADay < 1 || days < 1) {
        throw new IllegalArgumentException("a town has volunteers, requests and days");
      }
    }
  }

  /**
   * Asks the town that a seed gives in all three ways.
   *
   * @param cell whose rules and time are tried; where it is does not matter
   */
  public static Comparison run(long seed, Size size, Habits habits, Cell cell) {
    Town town = Town.drawn(seed, cell, habits, size);
    return new Comparison(
        seed,
        size,
        Month.of(town, habits, cell, Policy.IN_WAVES),
        Month.of(town, habits, cell, Policy.EVERYONE_AT_ONCE),
        Month.of(town, habits, cell, Policy.NEAREST_ONCE));
  }
}
