package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what a message is about from what such messages have in common: logistic regression, one
 * for each label, learned from examples at start. The weight of each feature can be asked for, so
 * every answer can be explained. The same examples always give the same weights.
 */
final class Classifier {

  private static final int ROUNDS = 30;
  private static final float STEP = 0.3f;
  private static final float SHRINK = 1e-3f;

  /** Errors smaller than this teach nothing any more. */
  private static final float SMALL = 0.02f;

  /** Visits the examples in an order that mixes kinds; any large prime does. */
  private static final int STRIDE = 7919;

  /** A message that was labelled by hand. */
  record Example(Set<String> features, Set<String> labels) {}

  private final List<String> labels;
  private final Map<String, Integer> index = new HashMap<>();
  private final float[][] weights;
  private final float[] bias;

  private Classifier(List<String> labels, Collection<Example> examples) {
    this.labels = List.copyOf(labels);
    for (Example example : examples)
      for (String feature : example.features()) index.putIfAbsent(feature, index.size());
    weights = new float[labels.size()][index.size()];
    bias = new float[labels.size()];
  }

  static Classifier learn(List<String> labels, List<Example> examples) {
    Classifier classifier = new Classifier(labels, examples);
    int[][] rows = new int[examples.size()][];
    for (int i = 0; i < rows.length; i++) rows[i] = classifier.row(examples.get(i).features());
    for (int label = 0; label < labels.size(); label++)
      classifier.learn(label, labels.get(label), examples, rows);
    return classifier;
  }

  private void learn(int label, String name, List<Example> examples, int[][] rows) {
    float[] own = weights[label];
    float[] steps = new float[own.length];
    Arrays.fill(steps, 1e-3f);
    int count = rows.length;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        int at = (int) (((long) i * STRIDE + round) % count);
        float wanted = examples.get(at).labels().contains(name) ? 1 : 0;
        float scale = scale(rows[at]);
        float error = probability(label, rows[at], scale) - wanted;
        if (Math.abs(error) < SMALL) continue;
        bias[label] -= 0.05f * error;
        for (int feature : rows[at]) {
          float slope = error * scale + SHRINK * own[feature];
          steps[feature] += slope * slope;
          own[feature] -= STEP * slope / (float) Math.sqrt(steps[feature]);
        }
      }
    }
  }

  /** How likely each label is, from 0 to 1. */
  Map<String, Double> of(Set<String> features) {
    int[] row = row(features);
    float scale = scale(row);
    Map<String, Double> all = new HashMap<>();
    for (int label = 0; label < bias.length; label++)
      all.put(labels.get(label), (double) probability(label, row, scale));
    return all;
  }

  /** How much a feature speaks for a label; below 0, against it. */
  double weight(String label, String feature) {
    Integer at = index.get(feature);
    return at == null ? 0 : weights[labels.indexOf(label)][at];
  }

  private float probability(int label, int[] row, float scale) {
    float sum = 0;
    for (int feature : row) sum += weights[label][feature];
    return (float) (1 / (1 + Math.exp(-(bias[label] + sum * scale))));
  }

  /** Long messages have more features, each of which says less. */
  private static float scale(int[] row) {
    return (float) (1 / Math.sqrt(Math.max(1, row.length)));
  }

  private int[] row(Set<String> features) {
    List<Integer> known = new ArrayList<>(features.size());
    for (String feature : features) {
      Integer at = index.get(feature);
      if (at != null) known.add(at);
    }
    return known.stream().mapToInt(Integer::intValue).toArray();
  }
}
