package org.doorstep.understand;

/** How often a label was found rightly, found where it is not, and missed. */
public record Counts(int right, int madeUp, int missed) {

  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(right + other.right, madeUp + other.madeUp, missed + other.missed);
  }

  /** Of those found, the share that is right; 1 where nothing was found. */
  public double precision() {
    return share(right, right + madeUp);
  }

  /** Of those that are there, the share that was found; 1 where nothing is there. */
  public double recall() {
    return share(right, right + missed);
  }

  public double f1() {
    return share(2 * right, 2 * right + madeUp + missed);
  }

  private static double share(int part, int all) {
    return all == 0 ? 1 : part / (double) all;
  }
}
