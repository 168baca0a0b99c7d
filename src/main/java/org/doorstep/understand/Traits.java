package org.doorstep.understand;

/**
 * What a learned rule sees of a message: its words, their parts (a slip of the finger or an ending
 * leaves most of them), neighbours and near-neighbours, the kinds of its words and their pairs.
 * Each trait is a number made of what it consists of and belongs to the word with which it begins,
 * so that any stretch of a message can be weighed.
 */
final class Traits {

  /** Told of each trait. */
  interface Taker {

    /**
     * @param at the word with which it begins
     * @param other the last word of it
     */
    void trait(long trait, double size, int at, int other);
  }

  private static final double WORD = 1;
  private static final double APART = 0.7;
  private static final double KIND = 0.7;
  private static final double PAIR = 0.35;
  private static final double PART = 0.3;

  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 5;

  private static final int SKIPPED = 3;
  private static final int NEAR = 4;

  private static final long START = 1;
  private static final long END = 2;

  private static final long LONE = 3;
  private static final long SIGN = 5;
  private static final long SIGNS = 7;
  private static final long SIGN_WORD = 11;
  private static final long WORD_SIGN = 13;
  private static final long NEIGHBOURS = 17;
  private static final long PARTS = 23;

  private final String[] texts;
  private final long[] words;
  private final int[][] signs;

  /**
   * @param signs for each word, the kinds it is of
   */
  Traits(String[] words, int[][] signs) {
    this.texts = words;
    this.words = new long[words.length];
    for (int i = 0; i < words.length; i++) this.words[i] = Hash.of(words[i]);
    this.signs = signs;
  }

  void each(Taker taker) {
    if (words.length == 0) return;
    taker.trait(Hash.mix(NEIGHBOURS, START, words[0]), WORD, 0, 0);
    for (int at = 0; at < words.length; at++) at(at, taker);
  }

  private void at(int at, Taker taker) {
    long word = words[at];
    taker.trait(Hash.mix(LONE, word, 0), WORD, at, at);
    if (at == words.length - 1) taker.trait(Hash.mix(NEIGHBOURS, word, END), WORD, at, at);
    for (int sign : signs[at]) taker.trait(Hash.mix(SIGN, sign, 0), KIND, at, at);
    parts(at, taker);
    for (int d = 1; d <= NEAR && at + d < words.length; d++) {
      int other = at + d;
      if (d <= SKIPPED) {
        taker.trait(
            Hash.mix(NEIGHBOURS + d - 1, word, words[other]), d == 1 ? WORD : APART, at, other);
        for (int sign : signs[at])
          taker.trait(Hash.mix(SIGN_WORD, sign, words[other]), PAIR, at, other);
        for (int sign : signs[other]) taker.trait(Hash.mix(WORD_SIGN, word, sign), PAIR, at, other);
      }
      for (int one : signs[at])
        for (int two : signs[other]) taker.trait(Hash.mix(SIGNS, one, two), PAIR, at, other);
    }
  }

  /** Every few letters in a row; where the word begins and ends counts as a letter. */
  private void parts(int at, Taker taker) {
    String text = texts[at];
    int edge = text.length() + 1;
    for (int from = 0; from <= edge; from++) {
      long hash = Hash.FIRST;
      for (int to = from; to <= edge && to < from + LONGEST_PART; to++) {
        hash = Hash.and(hash, to == 0 || to == edge ? ' ' : text.charAt(to - 1));
        int length = to - from + 1;
        if (length >= SHORTEST_PART) taker.trait(Hash.mix(PARTS, hash, length), PART, at, at);
      }
    }
  }
}
