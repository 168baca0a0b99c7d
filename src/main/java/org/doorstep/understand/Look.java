package org.doorstep.understand;

/**
 * A word as it looks to a learned rule.
 *
 * @param number of its letters
 * @param signs the kinds it is of
 * @param alone the numbers of the traits that it has by itself; empty where they are not known
 */
record Look(String text, long number, int[] signs, int[] alone) {

  static final int[] UNKNOWN = {};

  static Look of(String text, int[] signs) {
    return new Look(text, Hash.of(text), signs, UNKNOWN);
  }

  /** Where its traits are looked for once and for all. */
  Look in(Index index) {
    return new Look(text, number, signs, Traits.alone(this, index));
  }
}
