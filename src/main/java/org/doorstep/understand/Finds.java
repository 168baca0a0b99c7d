package org.doorstep.understand;

import java.util.Arrays;

/** What was found in one message: numbers, each with the word at which it stands. */
final class Finds {

  private static final int FIRST = 256;
  private static final int WORD = 0xFFFF;

  private long[] features = new long[FIRST];
  private int[] words = new int[FIRST];
  private int size;

  void add(long feature, int word) {
    if (size == features.length) {
      features = Arrays.copyOf(features, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    features[size] = feature;
    words[size++] = Math.min(word, WORD);
  }

  /** Numbers those that nobody has seen before. */
  void learn(TraitTable table) {
    for (int i = 0; i < size; i++) table.add(features[i]);
  }

  /** Those that are known, once each, with the first word of each. */
  Sight in(Index index) {
    int[] found = index.of(features, size);
    long[] known = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++)
      if (found[i] != Index.NONE) known[count++] = (long) found[i] << Integer.SIZE | words[i];
    Arrays.sort(known, 0, count);
    int[] numbers = new int[count];
    int[] at = new int[count];
    int different = 0;
    for (int i = 0; i < count; i++) {
      int number = (int) (known[i] >> Integer.SIZE);
      if (different > 0 && numbers[different - 1] == number) continue;
      numbers[different] = number;
      at[different++] = (int) known[i];
    }
    return new Sight(Arrays.copyOf(numbers, different), Arrays.copyOf(at, different));
  }

  /** The features of a message that are known, in numbers, and the words at which they stand. */
  static final class Sight {

    private final int[] features;
    private final int[] words;

    private Sight(int[] features, int[] words) {
      this.features = features;
      this.words = words;
    }

    int[] features() {
      return features;
    }

    int[] words() {
      return words;
    }
  }
}
