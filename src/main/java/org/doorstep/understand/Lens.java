package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How messages look to a learned rule: the traits of its examples, each as rare as it is there. */
final class Lens {

  /** Told of each trait that is known. */
  interface Taker {
    void trait(int number, double size, int at, int other);
  }

  /** A message in numbers: sizes are of one length together, however many they are. */
  static final class Row {

    private final int[] traits;
    private final float[] sizes;

    private Row(int[] traits, float[] sizes) {
      this.traits = traits;
      this.sizes = sizes;
    }

    int[] traits() {
      return traits;
    }

    float[] sizes() {
      return sizes;
    }
  }

  /** How much all traits of a message weigh together. */
  static final double LENGTH = 1.5;

  private static final double LEAST = 0.1;

  private final Signs signs;
  private final Map<String, int[]> vocabulary = new HashMap<>();
  private final Spelling spelling;
  private final TraitTable table = new TraitTable();
  private final float[] rarity;

  Lens(Collection<Words> examples, Signs signs) {
    this.signs = signs;
    for (Words example : examples)
      for (Word word : example.list()) vocabulary.computeIfAbsent(word.text(), signs::of);
    spelling = new Spelling(vocabulary.keySet(), vocabulary.keySet());
    List<Integer> counts = new ArrayList<>();
    for (Words example : examples)
      traits(example)
          .each(
              (trait, _, _, _) -> {
                int number = table.add(trait);
                if (number == counts.size()) counts.add(0);
                counts.set(number, counts.get(number) + 1);
              });
    rarity = row(0);
    double most = Math.log(examples.size() + 1.0);
    for (int i = 0; i < rarity.length; i++)
      rarity[i] = (float) Math.max(LEAST, 1 - Math.log(counts.get(i)) / most);
  }

  /** A place for each trait. */
  float[] row(float first) {
    return table.row(first);
  }

  private Traits traits(Words message) {
    String[] words = new String[message.size()];
    int[][] kinds = new int[words.length][];
    for (int i = 0; i < words.length; i++) {
      words[i] = known(message.text(i));
      int[] known = vocabulary.get(words[i]);
      kinds[i] = known == null ? signs.of(words[i]) : known;
    }
    return new Traits(words, kinds);
  }

  private String known(String word) {
    if (vocabulary.containsKey(word)) return word;
    String mended = spelling.mend(word);
    return mended == null ? word : mended;
  }

  void each(Words message, Taker taker) {
    traits(message)
        .each(
            (trait, size, at, other) -> {
              int number = table.get(trait);
              if (number != TraitTable.UNKNOWN)
                taker.trait(number, size * rarity[number], at, other);
            });
  }

  Row of(Words message) {
    List<Integer> numbers = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    each(
        message,
        (number, size, _, _) -> {
          numbers.add(number);
          sizes.add(size);
        });
    double squares = 0;
    for (double size : sizes) squares += size * size;
    double scale = squares == 0 ? 0 : LENGTH / Math.sqrt(squares);
    float[] scaled = new float[sizes.size()];
    for (int i = 0; i < scaled.length; i++) scaled[i] = (float) (sizes.get(i) * scale);
    return new Row(numbers.stream().mapToInt(Integer::intValue).toArray(), scaled);
  }
}
