package org.doorstep.understand;

/**
 * Where each number of a fixed set has its place, in as little room as can be: of the number itself
 * only half is kept, so that one stranger in many millions is taken for one that is known.
 */
final class Index {

  static final int NONE = -1;

  /** So much of the room is used. */
  private static final double FULL = 0.8;

  private static final int EMPTY = 0;

  private final int[] marks;

  private Index(int[] marks) {
    this.marks = marks;
  }

  /** For so many at most; none has its place yet. */
  static Index room(int count) {
    return new Index(new int[(int) (count / FULL) + 1]);
  }

  static Index of(int[] marks) {
    return new Index(marks);
  }

  int[] marks() {
    return marks;
  }

  /** How many places there are. */
  int size() {
    return marks.length;
  }

  int of(long number) {
    int mark = mark(number);
    for (int i = first(number); marks[i] != EMPTY; i = next(i)) if (marks[i] == mark) return i;
    return NONE;
  }

  /**
   * The places of many. All marks are fetched before any is looked at: the table is larger than the
   * processor's caches, and so it waits for memory once and not each time.
   */
  int[] of(long[] numbers, int count) {
    int[] found = new int[count];
    for (int i = 0; i < count; i++) found[i] = marks[first(numbers[i])];
    for (int i = 0; i < count; i++) {
      int mark = mark(numbers[i]);
      if (found[i] == mark) found[i] = first(numbers[i]);
      else found[i] = found[i] == EMPTY ? NONE : of(numbers[i]);
    }
    return found;
  }

  /** Gives it the place that it keeps. */
  int put(long number) {
    int known = of(number);
    if (known != NONE) return known;
    int i = first(number);
    while (marks[i] != EMPTY) i = next(i);
    marks[i] = mark(number);
    return i;
  }

  private static int mark(long number) {
    int low = (int) number;
    return low == EMPTY ? 1 : low;
  }

  private int first(long number) {
    return (int) (((number >>> Integer.SIZE) * marks.length) >>> Integer.SIZE);
  }

  private int next(int place) {
    return place + 1 == marks.length ? 0 : place + 1;
  }
}
