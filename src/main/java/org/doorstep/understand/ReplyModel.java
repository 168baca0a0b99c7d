package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Tells what volunteers' replies mean by what it learnt from {@code reply-examples.yml}. Two rules
 * are asked: one sees words and their parts, the other words and what they are about; where one is
 * misled, the other often is not.
 */
final class ReplyModel {

  /** Nothing is likelier, or less likely, than this as a logarithm. */
  private static final double MOST = 6;

  /**
   * @param label a meaning, or one with {@code -general}: not about a job
   */
  record Example(Words words, String label) {}

  private final Lens lens;
  private final Features features;
  private final List<String> labels;
  private final Scales scales;
  private final Classifier whole;

  private ReplyModel(
      Lens lens, Features features, List<String> labels, Scales scales, Classifier whole) {
    this.lens = lens;
    this.features = features;
    this.labels = labels;
    this.scales = scales;
    this.whole = whole;
  }

  static ReplyModel learn(List<Example> examples, Signs signs, Features features) {
    Lens.View view = Lens.over(examples.stream().map(Example::words).toList(), signs);
    List<Lens.Row> rows = view.rows();
    Map<String, BitSet> labelled = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++)
      labelled.computeIfAbsent(examples.get(i).label(), _ -> new BitSet()).set(i);
    List<Regression> rules = new ArrayList<>();
    labelled.values().forEach(r -> rules.add(Regression.of(rows, r, view.rarity().length)));
    List<String> labels = List.copyOf(labelled.keySet());
    List<Lesson.Example> all = new ArrayList<>();
    for (Example one : examples) {
      Finds finds = finds(one.words(), features);
      all.add(new Lesson.Example(finds, labels.indexOf(one.label()), Set.of(), true));
    }
    return new ReplyModel(
        view.lens(),
        features,
        labels,
        new Scales(view.rarity(), rules),
        Lesson.learn(labels.size(), List.of(), all));
  }

  void write(Pages pages) {
    lens.write(pages);
    scales.writeRarity(pages);
    pages.write(labels);
    scales.writeRules(pages);
    whole.write(pages);
  }

  static ReplyModel read(Pages pages, Signs signs, Features features) {
    Lens lens = Lens.read(pages, signs);
    float[] rarity = pages.floats();
    List<String> labels = pages.words();
    List<Regression> rules = new ArrayList<>();
    while (rules.size() < labels.size()) rules.add(Regression.read(pages));
    return new ReplyModel(
        lens, features, labels, new Scales(rarity, rules), Classifier.read(pages));
  }

  private static Finds finds(Words message, Features features) {
    return features.of(message, List.of(), List.of());
  }

  /** The labels with their odds, likeliest first. */
  SequencedMap<String, Double> odds(Words message) {
    double[] parts = scales.odds(lens.of(message, scales));
    float[] likely = whole.likely(whole.see(finds(message, features)));
    Map<String, Double> odds = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++)
      odds.put(labels.get(i), (parts[i] + odds(likely[i])) / 2);
    List<Map.Entry<String, Double>> ranked = new ArrayList<>(odds.entrySet());
    ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    SequencedMap<String, Double> sorted = new LinkedHashMap<>();
    ranked.forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  private static double odds(double likely) {
    return Math.clamp(Math.log(likely / (1 - likely)), -MOST, MOST);
  }
}
