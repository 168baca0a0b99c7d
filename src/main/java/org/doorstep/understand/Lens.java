package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How messages look to a learned rule: the traits that it knows of its examples. */
final class Lens {

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

    private Row evened() {
      double squares = 0;
      for (float size : sizes) squares += size * size;
      double scale = squares == 0 ? 0 : LENGTH / Math.sqrt(squares);
      for (int i = 0; i < sizes.length; i++) sizes[i] = (float) (sizes[i] * scale);
      return this;
    }
  }

  /** Examples and how they look. */
  static final class View {

    private final Lens lens;
    private final List<Row> rows;
    private final float[] rarity;

    private View(Lens lens, List<Row> rows, float[] rarity) {
      this.lens = lens;
      this.rows = rows;
      this.rarity = rarity;
    }

    Lens lens() {
      return lens;
    }

    List<Row> rows() {
      return rows;
    }

    /** Of each trait: the rarer, the more it says. */
    float[] rarity() {
      return rarity;
    }
  }

  /** How much all traits of a message weigh together. */
  static final double LENGTH = 1;

  private static final double LEAST = 0.1;

  private final Signs signs;
  private final Map<String, Look> vocabulary = new HashMap<>();
  private final Spelling spelling;
  private final Index index;

  private Lens(Collection<String> words, Index index, Signs signs) {
    this.index = index;
    this.signs = signs;
    for (String word : words)
      vocabulary.computeIfAbsent(word, w -> Look.of(w, signs.of(w)).in(index));
    spelling = new Spelling(vocabulary.keySet(), vocabulary.keySet());
  }

  static View over(Collection<Words> examples, Signs signs) {
    Map<String, Look> looks = new HashMap<>();
    for (Words example : examples)
      for (Word word : example.list())
        looks.computeIfAbsent(word.text(), text -> Look.of(text, signs.of(text)));
    TraitTable table = new TraitTable();
    for (Words example : examples) traits(example, looks).learn(table);
    Index index = table.index();
    List<Row> rows = new ArrayList<>(examples.size());
    for (Words example : examples) rows.add(row(traits(example, looks).find(index)));
    float[] rarity = rarity(rows, index.size());
    for (Row row : rows) {
      for (int i = 0; i < row.traits.length; i++) row.sizes[i] *= rarity[row.traits[i]];
      row.evened();
    }
    return new View(new Lens(looks.keySet(), index, signs), rows, rarity);
  }

  private static Traits traits(Words example, Map<String, Look> looks) {
    return new Traits(
        example.list().stream().map(word -> looks.get(word.text())).toArray(Look[]::new));
  }

  private static Row row(Traits traits) {
    int[] numbers = new int[traits.size()];
    float[] sizes = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = traits.number(i);
      sizes[i] = (float) traits.size(i);
    }
    return new Row(numbers, sizes);
  }

  private static float[] rarity(List<Row> seen, int traits) {
    int[] counts = new int[traits];
    for (Row one : seen) for (int trait : one.traits) counts[trait]++;
    float[] rarity = new float[traits];
    double most = Math.log(seen.size() + 1.0);
    for (int i = 0; i < rarity.length; i++)
      rarity[i] = (float) Math.max(LEAST, 1 - Math.log(Math.max(1, counts[i])) / most);
    return rarity;
  }

  void write(Pages pages) {
    pages.write(new TreeSet<>(vocabulary.keySet())).write(index.marks());
  }

  static Lens read(Pages pages, Signs signs) {
    List<String> words = pages.words();
    return new Lens(words, Index.of(pages.ints()), signs);
  }

  /** Those traits of a message that are known. */
  Traits in(Words message) {
    Look[] looks = new Look[message.size()];
    for (int i = 0; i < looks.length; i++) looks[i] = look(message.text(i));
    return new Traits(looks).find(index);
  }

  private Look look(String word) {
    Look known = vocabulary.get(word);
    if (known != null) return known;
    String mended = spelling.mend(word);
    known = mended == null ? null : vocabulary.get(mended);
    return known == null ? Look.of(word, signs.of(word)) : known;
  }

  /** The same, each as large as it is rare, in one length. */
  Row of(Words message, Scales scales) {
    Traits seen = in(message);
    int[] numbers = new int[seen.size()];
    float[] sizes = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = seen.number(i);
      sizes[i] = (float) (seen.size(i) * scales.rarity(numbers[i]));
    }
    return new Row(numbers, sizes).evened();
  }
}
