package org.doorstep.understand;

import java.util.Arrays;
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
  private static final float BIAS_STEP = 0.05f;
  private static final float SHRINK = 1e-3f;

  /** Errors smaller than this teach nothing any more. */
  private static final float SMALL = 0.02f;

  /** Visits the examples in an order that mixes kinds; any large prime does. */
  private static final int STRIDE = 7919;

  /** A message that was labelled by hand. */
  record Example(Set<String> features, Set<String> labels) {}

  /** The features of a message that are known, and the words at which they stand. */
  static final class Sight {

    private final int[] features;
    private final int[] words;

    private Sight(int[] features, int[] words) {
      this.features = features;
      this.words = words;
    }
  }

  private final int labels;
  private final Map<String, Integer> index = new HashMap<>();

  /** Of each feature, for each label. */
  private final float[] weights;

  private final float[] bias;

  private Classifier(int labels, List<Example> examples) {
    this.labels = labels;
    for (Example example : examples)
      for (String feature : example.features()) index.putIfAbsent(feature, index.size());
    weights = new float[labels * index.size()];
    bias = new float[labels];
  }

  static Classifier learn(List<String> labels, List<Example> examples) {
    Classifier classifier = new Classifier(labels.size(), examples);
    int[][] rows = new int[examples.size()][];
    boolean[][] right = new boolean[rows.length][labels.size()];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      rows[i] = example.features().stream().mapToInt(classifier.index::get).toArray();
      for (int label = 0; label < labels.size(); label++)
        right[i][label] = example.labels().contains(labels.get(label));
    }
    classifier.learn(rows, right);
    return classifier;
  }

  private void learn(int[][] rows, boolean[][] right) {
    float[] squares = new float[weights.length];
    Arrays.fill(squares, 1e-3f);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rows.length; i++) {
        int at = (int) (((long) i * STRIDE + round) % rows.length);
        float[] wrong = likely(rows[at]);
        for (int label = 0; label < labels; label++) {
          if (right[at][label]) wrong[label] -= 1;
          if (Math.abs(wrong[label]) >= SMALL) step(label, rows[at], wrong[label], squares);
        }
      }
    }
  }

  private void step(int label, int[] row, float wrong, float[] squares) {
    float scale = scale(row);
    bias[label] -= BIAS_STEP * wrong;
    for (int feature : row) {
      int at = feature * labels + label;
      float slope = wrong * scale + SHRINK * weights[at];
      squares[at] += slope * slope;
      weights[at] -= STEP * slope / (float) Math.sqrt(squares[at]);
    }
  }

  /**
   * @param features with the word at which each stands
   */
  Sight see(Map<String, Integer> features) {
    int[] known = new int[features.size()];
    int[] words = new int[known.length];
    int count = 0;
    for (Map.Entry<String, Integer> feature : features.entrySet()) {
      Integer number = index.get(feature.getKey());
      if (number == null) continue;
      known[count] = number;
      words[count++] = feature.getValue();
    }
    return new Sight(Arrays.copyOf(known, count), words);
  }

  /** How likely each label is, from 0 to 1, in the order in which they were given. */
  float[] likely(Sight sight) {
    return likely(sight.features);
  }

  private float[] likely(int[] row) {
    float[] sums = new float[labels];
    for (int feature : row)
      for (int label = 0; label < labels; label++) sums[label] += weights[feature * labels + label];
    float scale = scale(row);
    for (int label = 0; label < labels; label++)
      sums[label] = (float) (1 / (1 + Math.exp(-(bias[label] + sums[label] * scale))));
    return sums;
  }

  /** The word of a message that speaks most for a label. */
  int because(int label, Sight sight, int words) {
    float[] sums = new float[Math.max(1, words)];
    for (int i = 0; i < sight.features.length; i++)
      sums[sight.words[i]] += weights[sight.features[i] * labels + label];
    int best = 0;
    for (int i = 1; i < sums.length; i++) if (sums[i] > sums[best]) best = i;
    return best;
  }

  /** Long messages have more features, each of which says less. */
  private static float scale(int[] row) {
    return (float) (1 / Math.sqrt(Math.max(1, row.length)));
  }
}
