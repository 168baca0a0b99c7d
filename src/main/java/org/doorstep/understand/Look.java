package org.doorstep.understand;

/** A word as it looks to a learned rule. */
final class Look {

  static final int[] UNKNOWN = {};

  private final String text;
  private final long number;
  private final int[] signs;
  private final int[] alone;

  private Look(String text, long number, int[] signs, int[] alone) {
    this.text = text;
    this.number = number;
    this.signs = signs;
    this.alone = alone;
  }

  /**
   * @param signs the kinds it is of
   */
  static Look of(String text, int[] signs) {
    return new Look(text, Hash.of(text), signs, UNKNOWN);
  }

  /** Where its traits are looked for once and for all. */
  Look in(Index index) {
    return new Look(text, number, signs, Traits.alone(this, index));
  }

  String text() {
    return text;
  }

  /** Of its letters. */
  long number() {
    return number;
  }

  int[] signs() {
    return signs;
  }

  /** The numbers of the traits that it has by itself; empty where they are not known. */
  int[] alone() {
    return alone;
  }
}
