package org.doorstep.understand;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How a {@link Classifier} is learnt from examples: by stochastic gradient descent with a rate of
 * its own for each weight (AdaGrad). The same examples always give the same weights.
 */
final class Lesson {

  private static final int ROUNDS = 4;
  private static final float RATE = 0.3f;
  private static final float SHRINK = 1e-4f;
  private static final float FIRST_SQUARE = 1e-8f;

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
  private final float[] weights;
  private final float[] squares;
  private final float[] bias;
  private final float[] biasSquares;

  private Lesson(int purposes, int labels, int features) {
    this.purposes = purposes;
    this.labels = labels;
    weights = new float[labels * features];
    squares = filled(weights.length);
    bias = new float[labels];
    biasSquares = filled(labels);
  }

  private static float[] filled(int length) {
    float[] all = new float[length];
    Arrays.fill(all, FIRST_SQUARE);
    return all;
  }

  static Classifier learn(int purposes, List<String> labels, List<Example> examples) {
    TraitTable table = new TraitTable();
    for (Example example : examples) example.finds().learn(table);
    Index index = table.index();
    Finds.Sight[] rows = new Finds.Sight[examples.size()];
    boolean[][] right = new boolean[rows.length][purposes + labels.size()];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      rows[i] = example.finds().in(index);
      right[i][example.purpose()] = true;
      for (int label = 0; label < labels.size(); label++)
        right[i][purposes + label] = example.labels().contains(labels.get(label));
    }
    Lesson lesson = new Lesson(purposes, purposes + labels.size(), index.size());
    lesson.learn(rows, right, examples);
    return new Classifier(purposes, index, lesson.weights, lesson.bias);
  }

  private void learn(Finds.Sight[] rows, boolean[][] right, List<Example> examples) {
    Order order = new Order(rows.length);
    for (int round = 0; round < ROUNDS; round++)
      for (int at : order.next()) learn(rows[at], right[at], examples.get(at));
  }

  private void learn(Finds.Sight row, boolean[] right, Example example) {
    float[] wrong = likely(row);
    int last = example.telling() ? labels : purposes;
    for (int label = 0; label < last; label++) {
      if (right[label]) wrong[label] -= 1;
      if (label < purposes && example.purpose() > 0) wrong[label] *= RARE;
      if (Math.abs(wrong[label]) < SMALL) continue;
      biasSquares[label] += wrong[label] * wrong[label];
      bias[label] -= RATE * wrong[label] / (float) Math.sqrt(biasSquares[label]);
      step(label, row, wrong[label]);
    }
  }

  private float[] likely(Finds.Sight row) {
    float[] sums = new float[labels];
    for (int feature : row.features()) {
      int at = feature * labels;
      for (int label = 0; label < labels; label++) sums[label] += weights[at + label];
    }
    return Classifier.likely(sums, bias, purposes, Classifier.scale(row));
  }

  private void step(int label, Finds.Sight row, float wrong) {
    float size = wrong * Classifier.scale(row);
    for (int feature : row.features()) {
      int at = feature * labels + label;
      float slope = size + SHRINK * weights[at];
      squares[at] += slope * slope;
      weights[at] -= RATE * slope / (float) Math.sqrt(squares[at]);
    }
  }
}
