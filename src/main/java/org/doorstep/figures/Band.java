package org.doorstep.figures;

/**
 * About how many. A day's figures are told so: from seven days and their week one could otherwise
 * tell a day that was too small to be told.
 */
public enum Band {
  FEW(0, 9),
  SOME(10, 19),
  MANY(20, 49),
  MOST(50, Integer.MAX_VALUE);

  private final int from;
  private final int to;

  Band(int from, int to) {
    this.from = from;
    this.to = to;
  }

  public static Band of(int number) {
    for (Band each : values()) if (number <= each.to) return each;
    return MOST;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** A stock is told in fives, downwards: 12 is "10 or more", 3 is 0. */
  public static int fives(int number) {
    return number / 5 * 5;
  }
}
