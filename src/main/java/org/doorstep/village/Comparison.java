package org.doorstep.village;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of three ways of asking, and whether Doorstep's is as good as it is meant to be. */
public record Comparison(
    long seed, Simulation.Size size, Outcome doorstep, Outcome everyone, Outcome nearest) {

  /** At most so many times as long at the median as everyone at once. */
  public static final double SLOWER = 1.2;

  /** At most this share of everyone's messages for each job that is taken. */
  public static final double MESSAGES = 0.1;

  /** At least so many times the share of volunteers used that the nearest ten are. */
  public static final double USED = 3;

  public List<Outcome> outcomes() {
    return List.of(doorstep, everyone, nearest);
  }

  /** Doorstep's median by everyone's; empty where one has none. */
  public Optional<Double> slower() {
    return doorstep
        .waitOf(0.5)
        .flatMap(ours -> everyone.waitOf(0.5).map(theirs -> ratio(ours, theirs)));
  }

  public double messages() {
    return doorstep.offersPerFilled() / everyone.offersPerFilled();
  }

  public double used() {
    return doorstep.usedShare() / nearest.usedShare();
  }

  public boolean fastEnough() {
    return slower().filter(ratio -> ratio <= SLOWER).isPresent();
  }

  public boolean fewEnough() {
    return messages() <= MESSAGES;
  }

  public boolean sharedEnough() {
    return used() >= USED;
  }

  private static double ratio(Duration ours, Duration theirs) {
    return (double) ours.toMillis() / theirs.toMillis();
  }
}
