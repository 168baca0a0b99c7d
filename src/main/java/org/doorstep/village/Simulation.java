package org.doorstep.village;

import java.time.ZoneId;
import org.doorstep.cell.Rules;

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

  public static Comparison run(long seed, Size size, Habits habits, Rules rules, ZoneId zone) {
    Town town = Town.drawn(seed, zone, habits, size);
    return new Comparison(
        seed,
        size,
        Month.of(town, habits, rules, new Policy.InWaves(rules.waves())),
        Month.of(town, habits, rules, new Policy.EveryoneAtOnce()),
        Month.of(town, habits, rules, new Policy.NearestOnce()));
  }
}
