package org.doorstep.app;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.doorstep.understand.Counts;

/** Where the true figure lies in 95 of 100 samples like this one. */
record Interval(double low, double high) {

  private static final double Z = 1.96;
  private static final int SAMPLES = 1_000;
  private static final int TAIL = SAMPLES / 40;

  /** The same figures for the same file. */
  private static final long SEED = 1;

  /** Wilson's interval for a proportion. */
  static Interval wilson(int yes, int of) {
    if (of == 0) return new Interval(0, 1);
    double share = yes / (double) of;
    double middle = share + Z * Z / (2 * of);
    double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    double scale = 1 + Z * Z / of;
    return new Interval(Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
  }

  /** By drawing lines again and again, as many as there are. */
  static Interval ofF1(List<Counts> lines) {
    if (lines.isEmpty()) return new Interval(0, 1);
    Random random = new Random(SEED);
    double[] drawn = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      Counts sum = Counts.NONE;
      for (int i = 0; i < lines.size(); i++)
        sum = sum.plus(lines.get(random.nextInt(lines.size())));
      drawn[sample] = sum.f1();
    }
    Arrays.sort(drawn);
    return new Interval(drawn[TAIL], drawn[SAMPLES - 1 - TAIL]);
  }
}
