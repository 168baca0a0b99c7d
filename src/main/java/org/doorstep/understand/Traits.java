package org.doorstep.understand;

import java.util.Arrays;

/**
 * What a learned rule sees of a message: its words, their parts (a slip of the finger or an ending
 * leaves most of them), neighbours and near-neighbours, the kinds of its words and their pairs.
 * Each trait is a number made of what it consists of and belongs to the word with which it begins,
 * so that any stretch of a message can be weighed.
 *
 * <p>They stand in rows of plain numbers, as a message has hundreds of them: what is known of a
 * word by itself is copied, and the rest is looked up all at once.
 */
final class Traits {

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

  /** So many traits of a word that there is seldom need for more room. */
  private static final int USUAL = 24;

  private final Look[] looks;

  /** Those that have to be looked up. */
  private long[] asked;

  private int questions;

  /** The number of each; of one that has to be looked up, which it is of those, less than 0. */
  private int[] numbers;

  private double[] sizes;

  /** The words with which each begins and ends. */
  private short[] first;

  private short[] last;

  private int size;

  /** Of words as they look to a rule. */
  Traits(Look... looks) {
    this.looks = looks;
    int room = USUAL * (looks.length + 1);
    asked = new long[room];
    numbers = new int[room];
    sizes = new double[room];
    first = new short[room];
    last = new short[room];
    for (int at = 0; at < looks.length; at++) {
      if (at == 0) ask(NEIGHBOURS, START, looks[0].number(), WORD, 0, 0);
      alone(at);
      pairs(at);
    }
  }

  /** The numbers of all that a word is by itself, in their order; empty if some are not known. */
  static int[] alone(Look look, Index index) {
    Traits traits = new Traits();
    traits.alone(look, 0, false);
    traits.find(index);
    return traits.size == traits.questions
        ? Arrays.copyOf(traits.numbers, traits.size)
        : Look.UNKNOWN;
  }

  /** Numbers those that nobody has seen before. */
  void learn(TraitTable table) {
    for (int i = 0; i < questions; i++) table.add(asked[i]);
  }

  /** Leaves those that are known, in their order. */
  Traits find(Index index) {
    int[] found = index.of(asked, questions);
    int known = 0;
    for (int i = 0; i < size; i++) {
      int number = numbers[i] < 0 ? found[~numbers[i]] : numbers[i];
      if (number == Index.NONE) continue;
      numbers[known] = number;
      sizes[known] = sizes[i];
      first[known] = first[i];
      last[known++] = last[i];
    }
    size = known;
    return this;
  }

  int size() {
    return size;
  }

  int number(int i) {
    return numbers[i];
  }

  double size(int i) {
    return sizes[i];
  }

  int first(int i) {
    return first[i];
  }

  int last(int i) {
    return last[i];
  }

  private void alone(int at) {
    alone(looks[at], at, at == looks.length - 1);
  }

  private void alone(Look look, int at, boolean ends) {
    int[] known = look.alone();
    if (known.length > 0) put(known[0], WORD, at, at);
    else ask(LONE, look.number(), 0, WORD, at, at);
    if (ends) ask(NEIGHBOURS, look.number(), END, WORD, at, at);
    if (known.length > 0) {
      int kinds = look.signs().length;
      for (int i = 1; i < known.length; i++) put(known[i], i <= kinds ? KIND : PART, at, at);
      return;
    }
    for (int sign : look.signs()) ask(SIGN, sign, 0, KIND, at, at);
    parts(look.text(), at);
  }

  private void pairs(int at) {
    Look one = looks[at];
    for (int d = 1; d <= NEAR && at + d < looks.length; d++) {
      int other = at + d;
      Look two = looks[other];
      if (d <= SKIPPED) {
        ask(NEIGHBOURS + d - 1, one.number(), two.number(), d == 1 ? WORD : APART, at, other);
        for (int sign : one.signs()) ask(SIGN_WORD, sign, two.number(), PAIR, at, other);
        for (int sign : two.signs()) ask(WORD_SIGN, one.number(), sign, PAIR, at, other);
      }
      for (int sign : one.signs())
        for (int next : two.signs()) ask(SIGNS, sign, next, PAIR, at, other);
    }
  }

  /** Every few letters in a row; where the word begins and ends counts as a letter. */
  private void parts(String text, int at) {
    int edge = text.length() + 1;
    for (int from = 0; from <= edge; from++) {
      long hash = Hash.FIRST;
      for (int to = from; to <= edge && to < from + LONGEST_PART; to++) {
        hash = Hash.and(hash, to == 0 || to == edge ? ' ' : text.charAt(to - 1));
        int length = to - from + 1;
        if (length >= SHORTEST_PART) ask(PARTS, hash, length, PART, at, at);
      }
    }
  }

  private void ask(long kind, long one, long two, double size, int at, int other) {
    if (questions == asked.length) asked = Arrays.copyOf(asked, questions * 2);
    asked[questions] = Hash.mix(kind, one, two);
    put(~questions++, size, at, other);
  }

  private void put(int number, double weight, int at, int other) {
    if (size == numbers.length) grow();
    numbers[size] = number;
    sizes[size] = weight;
    first[size] = (short) at;
    last[size++] = (short) other;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, size * 2);
    sizes = Arrays.copyOf(sizes, size * 2);
    first = Arrays.copyOf(first, size * 2);
    last = Arrays.copyOf(last, size * 2);
  }
}
