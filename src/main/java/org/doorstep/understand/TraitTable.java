package org.doorstep.understand;

/** A number for each trait that was ever seen. */
final class TraitTable {

  static final int UNKNOWN = -1;

  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;

  int size() {
    return size;
  }

  int get(long trait) {
    int mask = keys.length - 1;
    for (int i = (int) trait & mask; keys[i] != 0; i = (i + 1) & mask)
      if (keys[i] == trait) return numbers[i];
    return UNKNOWN;
  }

  int add(long trait) {
    int known = get(trait);
    if (known != UNKNOWN) return known;
    if (size * 2 >= keys.length) grow();
    put(trait, size);
    return size++;
  }

  private void put(long trait, int number) {
    int mask = keys.length - 1;
    int i = (int) trait & mask;
    while (keys[i] != 0) i = (i + 1) & mask;
    keys[i] = trait;
    numbers[i] = number;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) if (oldKeys[i] != 0) put(oldKeys[i], oldNumbers[i]);
  }

  /** The same traits where they take least room. */
  Index index() {
    Index index = Index.room(size);
    for (long key : keys) if (key != 0) index.put(key);
    return index;
  }
}
