package org.doorstep.village;

import java.util.SplittableRandom;

/**
 * What chance decides when one volunteer is asked about one request. It hangs on these two and the
 * seed only, so that each way of asking meets the same moods: the ways are compared, not the luck.
 *
 * @param yes below their chance at that moment: they say yes
 * @param no below the share of those who say no: they do, unless it is a yes
 * @param pace in standard deviations: how much later than usual they look at the phone
 */
record Mood(double yes, double no, double pace) {

  static Mood of(long seed, int request, int volunteer) {
    var dice =
        new SplittableRandom(seed ^ ((((long) request) << 32) | volunteer) * 0x9E3779B97F4A7C15L);
    return new Mood(dice.nextDouble(), dice.nextDouble(), dice.nextGaussian());
  }
}
