package org.doorstep.understand;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells what a message is for and what it is about from what such messages have in common: logistic
 * regression, learned from examples at start. What it is for is one of several; what it is about
 * may be several things or none. The weight of each feature can be asked for, so every answer can
 * be explained. The same examples always give the same weights.
 */
final class Classifier {

  private static final int ROUNDS = 4;
  private static final float RATE = 0.3f;
  private static final float SHRINK = 1e-4f;
  private static final float FIRST_SQUARE = 1e-8f;

  /** How much all features of a message weigh together. */
  private static final float LENGTH = 1.5f;

  /** Errors smaller than this teach nothing any more. */
  private static final float SMALL = 0.01f;

  /** Most examples ask for something: of the others, each counts as two. */
  private static final float RARE = 2;

  /**
   * A message that was labelled by hand.
   *
   * @param purpose which of the purposes it has
   * @param labels what it is about
   * @param telling whether it says anything of what such messages are about
   */
  record Example(Finds finds, int purpose, Set<String> labels, boolean telling) {}

  private final int purposes;
  private final int labels;
  private final TraitTable table = new TraitTable();

  /** Of each feature, for each purpose and then for each label. */
  private final float[] weights;

  private final float[] bias;

  private Classifier(int purposes, int labels, List<Example> examples) {
    this.purposes = purposes;
    this.labels = purposes + labels;
    for (Example example : examples) example.finds().learn(table);
    weights = new float[this.labels * table.size()];
    bias = new float[this.labels];
  }

  static Classifier learn(int purposes, List<String> labels, List<Example> examples) {
    Classifier classifier = new Classifier(purposes, labels.size(), examples);
    Finds.Sight[] rows = new Finds.Sight[examples.size()];
    boolean[][] right = new boolean[rows.length][purposes + labels.size()];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      rows[i] = classifier.see(example.finds());
      right[i][example.purpose()] = true;
      for (int label = 0; label < labels.size(); label++)
        right[i][purposes + label] = example.labels().contains(labels.get(label));
    }
    classifier.learn(rows, right, examples);
    return classifier;
  }

  private void learn(Finds.Sight[] rows, boolean[][] right, List<Example> examples) {
    float[] squares = filled(weights.length);
    float[] biasSquares = filled(labels);
    Order order = new Order(rows.length);
    for (int round = 0; round < ROUNDS; round++) {
      for (int at : order.next()) {
        Example example = examples.get(at);
        float[] wrong = likely(rows[at]);
        int last = example.telling() ? labels : purposes;
        for (int label = 0; label < last; label++) {
          if (right[at][label]) wrong[label] -= 1;
          if (label < purposes && example.purpose() > 0) wrong[label] *= RARE;
          if (Math.abs(wrong[label]) < SMALL) continue;
          biasSquares[label] += wrong[label] * wrong[label];
          bias[label] -= RATE * wrong[label] / (float) Math.sqrt(biasSquares[label]);
          step(label, rows[at], wrong[label], squares);
        }
      }
    }
  }

  private static float[] filled(int length) {
    float[] all = new float[length];
    Arrays.fill(all, FIRST_SQUARE);
    return all;
  }

  private void step(int label, Finds.Sight row, float wrong, float[] squares) {
    float size = wrong * scale(row);
    for (int feature : row.features()) {
      int at = feature * labels + label;
      float slope = size + SHRINK * weights[at];
      squares[at] += slope * slope;
      weights[at] -= RATE * slope / (float) Math.sqrt(squares[at]);
    }
  }

  Finds.Sight see(Finds finds) {
    return finds.in(table);
  }

  /**
   * How likely each purpose is, together 1, and after them how likely each label is, from 0 to 1.
   */
  float[] likely(Finds.Sight sight) {
    float[] sums = new float[labels];
    for (int feature : sight.features()) {
      int at = feature * labels;
      for (int label = 0; label < labels; label++) sums[label] += weights[at + label];
    }
    float scale = scale(sight);
    float whole = 0;
    for (int label = 0; label < labels; label++) {
      double odds = Math.exp(bias[label] + sums[label] * scale);
      sums[label] = (float) (label < purposes ? odds : 1 - 1 / (1 + odds));
      if (label < purposes) whole += sums[label];
    }
    for (int purpose = 0; purpose < purposes; purpose++) sums[purpose] /= whole;
    return sums;
  }

  /** The word of a message that speaks most for a label. */
  int because(int label, Finds.Sight sight, int words) {
    float[] sums = new float[Math.max(1, words)];
    int[] features = sight.features();
    for (int i = 0; i < features.length; i++)
      sums[sight.words()[i]] += weights[features[i] * labels + label];
    int best = 0;
    for (int i = 1; i < sums.length; i++) if (sums[i] > sums[best]) best = i;
    return best;
  }

  /** Long messages have more features, each of which says less. */
  private static float scale(Finds.Sight row) {
    return (float) (LENGTH / Math.sqrt(Math.max(1, row.features().length)));
  }
}
