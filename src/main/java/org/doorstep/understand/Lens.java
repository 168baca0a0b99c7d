package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

  /** Examples and how they look. */
  record View(Lens lens, List<Row> rows) {}

  /** How much all traits of a message weigh together. */
  static final double LENGTH = 1;

  private static final double LEAST = 0.1;

  private static final int FEW = 256;

  private final Signs signs;
  private final Map<String, int[]> vocabulary = new HashMap<>();
  private final Spelling spelling;
  private Index index = Index.room(0);
  private float[] rarity = {};

  private Lens(Collection<String> words, Signs signs) {
    this.signs = signs;
    for (String word : words) vocabulary.computeIfAbsent(word, signs::of);
    spelling = new Spelling(vocabulary.keySet(), vocabulary.keySet());
  }

  static View over(Collection<Words> examples, Signs signs) {
    Set<String> words = new HashSet<>();
    for (Words example : examples) for (Word word : example.list()) words.add(word.text());
    Lens lens = new Lens(words, signs);
    TraitTable table = new TraitTable();
    for (Words example : examples) lens.traits(example).each((t, _, _, _) -> table.add(t));
    lens.index = table.index();
    List<Filling> seen = new ArrayList<>(examples.size());
    Filling filling = new Filling();
    for (Words example : examples) {
      filling.size = 0;
      lens.traits(example)
          .each((trait, size, _, _) -> filling.add(lens.index.of(trait), (float) size));
      seen.add(filling.copy());
    }
    lens.weigh(seen);
    List<Row> rows = new ArrayList<>(seen.size());
    for (Filling one : seen) {
      for (int i = 0; i < one.size; i++) one.sizes[i] *= lens.rarity[one.traits[i]];
      rows.add(one.row()); // takes its arrays over: there are many
    }
    return new View(lens, rows);
  }

  void write(Pages pages) {
    pages.write(new TreeSet<>(vocabulary.keySet())).write(index.marks()).write(rarity);
  }

  static Lens read(Pages pages, Signs signs) {
    Lens lens = new Lens(pages.words(), signs);
    lens.index = Index.of(pages.ints());
    lens.rarity = pages.floats();
    return lens;
  }

  /** The rarer a trait, the more it says. */
  private void weigh(List<Filling> seen) {
    int[] counts = new int[index.size()];
    for (Filling one : seen) for (int i = 0; i < one.size; i++) counts[one.traits[i]]++;
    rarity = row();
    double most = Math.log(seen.size() + 1.0);
    for (int i = 0; i < rarity.length; i++)
      rarity[i] = (float) Math.max(LEAST, 1 - Math.log(Math.max(1, counts[i])) / most);
  }

  /** A row that is being filled. */
  private static final class Filling {

    private int[] traits = new int[FEW];
    private float[] sizes = new float[FEW];
    private int size;

    void add(int trait, float one) {
      if (size == traits.length) {
        traits = Arrays.copyOf(traits, size * 2);
        sizes = Arrays.copyOf(sizes, size * 2);
      }
      traits[size] = trait;
      sizes[size++] = one;
    }

    Filling copy() {
      Filling copy = new Filling();
      copy.traits = Arrays.copyOf(traits, size);
      copy.sizes = Arrays.copyOf(sizes, size);
      copy.size = size;
      return copy;
    }

    Row row() {
      double squares = 0;
      for (int i = 0; i < size; i++) squares += sizes[i] * sizes[i];
      double scale = squares == 0 ? 0 : LENGTH / Math.sqrt(squares);
      for (int i = 0; i < size; i++) sizes[i] = (float) (sizes[i] * scale);
      boolean fits = traits.length == size;
      return fits
          ? new Row(traits, sizes)
          : new Row(Arrays.copyOf(traits, size), Arrays.copyOf(sizes, size));
    }
  }

  /** A place for each trait. */
  float[] row() {
    return new float[index.size()];
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
              int number = index.of(trait);
              if (number != Index.NONE) taker.trait(number, size * rarity[number], at, other);
            });
  }

  Row of(Words message) {
    Filling filling = new Filling();
    each(message, (number, size, _, _) -> filling.add(number, (float) size));
    return filling.row();
  }
}
