package org.doorstep.village;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;

/** What is drawn for people: how they get about, what they like, when they are awake. */
final class Traits {

  /** Out of a hundred: the answers to the question how far somebody would go. */
  private static final Map<Integer, Integer> REACH =
      new TreeMap<>(Map.of(800, 20, 1500, 35, 3000, 25, 5000, 15, 10_000, 5));

  /** Out of a hundred: what people ask for, by keys of the list of needs. */
  private static final Map<String, Integer> NEEDS =
      new TreeMap<>(
          Map.of(
              "shopping",
              40,
              "prescription",
              20,
              "errand",
              12,
              "check-in",
              10,
              "lift",
              8,
              "dog-walk",
              5,
              "tech-help",
              5));

  private Traits() {}

  static int reach(RandomGenerator dice) {
    return oneOf(REACH, dice);
  }

  static Need need(RandomGenerator dice) {
    return new Need(oneOf(NEEDS, dice));
  }

  static Set<Travel> travel(RandomGenerator dice) {
    Set<Travel> ways = EnumSet.of(Travel.ON_FOOT);
    if (dice.nextDouble() < 0.55) ways.add(Travel.CAR);
    if (dice.nextDouble() < 0.25) ways.add(Travel.BICYCLE);
    return ways;
  }

  /** Three in five would do anything; the others name three kinds of help. */
  static Set<Need> likes(RandomGenerator dice) {
    Set<String> keys = new TreeSet<>();
    if (dice.nextDouble() < 0.6) return Set.of();
    while (keys.size() < 3) keys.add(oneOf(NEEDS, dice));
    return Set.copyOf(keys.stream().map(Need::new).toList());
  }

  /** An hour either way is usual. */
  static LocalTime about(RandomGenerator dice, LocalTime time) {
    double minutes = Math.clamp(60 * dice.nextGaussian(), -85, 85);
    return time.plusMinutes(Math.round(minutes));
  }

  static double logNormal(RandomGenerator dice, double median, double spread) {
    return median * Math.exp(spread * dice.nextGaussian());
  }

  /** The weights add up to a hundred. */
  static <T> T oneOf(Map<T, Integer> weights, RandomGenerator dice) {
    int drawn = dice.nextInt(100);
    for (Map.Entry<T, Integer> each : weights.entrySet()) {
      drawn -= each.getValue();
      if (drawn < 0) return each.getKey();
    }
    throw new IllegalArgumentException("the weights are less than a hundred");
  }

  /** The place of the one that was drawn. */
  static int oneOf(List<Double> weights, RandomGenerator dice) {
    double drawn = dice.nextDouble() * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < weights.size() - 1; i++) {
      drawn -= weights.get(i);
      if (drawn < 0) return i;
    }
    return weights.size() - 1;
  }
}
