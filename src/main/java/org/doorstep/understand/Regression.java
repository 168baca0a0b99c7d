package org.doorstep.understand;

import java.util.BitSet;
import java.util.List;

/**
 * A logistic regression, learnt by stochastic gradient descent with a rate of its own for each
 * weight (AdaGrad). The same examples give the same rule.
 */
final class Regression {

  private static final int ROUNDS = 10;
  private static final float RATE = 0.3f;
  private static final float DECAY = 0.002f;
  private static final float FIRST_SQUARE = 1e-8f;

  private final float[] weights;
  private double bias;

  private Regression(float[] weights) {
    this.weights = weights;
  }

  void write(Pages pages) {
    pages.write(bias).write(weights);
  }

  static Regression read(Pages pages) {
    double bias = pages.number();
    Regression rule = new Regression(pages.floats());
    rule.bias = bias;
    return rule;
  }

  /**
   * @param right which of the examples are what is looked for
   */
  static Regression of(List<Lens.Row> rows, BitSet right, Lens lens) {
    Regression rule = new Regression(lens.row());
    float[] pairs = pairs(rule.weights.length);
    double biasSquares = FIRST_SQUARE;
    Order order = new Order(rows.size());
    for (int round = 0; round < ROUNDS; round++) {
      for (int at : order.next()) {
        Lens.Row row = rows.get(at);
        double wrong = 1 / (1 + Math.exp(-odds(row, pairs, rule.bias))) - (right.get(at) ? 1 : 0);
        step(row, wrong, pairs);
        biasSquares += wrong * wrong;
        rule.bias -= RATE * wrong / Math.sqrt(biasSquares);
      }
    }
    for (int i = 0; i < rule.weights.length; i++) rule.weights[i] = pairs[2 * i];
    return rule;
  }

  /** Each weight with its sum of squares beside it: what is used together lies together. */
  private static float[] pairs(int count) {
    float[] pairs = new float[2 * count];
    for (int i = 1; i < pairs.length; i += 2) pairs[i] = FIRST_SQUARE;
    return pairs;
  }

  private static double odds(Lens.Row row, float[] pairs, double bias) {
    double sum = bias;
    int[] traits = row.traits();
    float[] sizes = row.sizes();
    for (int i = 0; i < traits.length; i++) sum += pairs[2 * traits[i]] * sizes[i];
    return sum;
  }

  private static void step(Lens.Row row, double wrong, float[] pairs) {
    int[] traits = row.traits();
    float[] sizes = row.sizes();
    float slope = (float) wrong;
    for (int i = 0; i < traits.length; i++) {
      int at = 2 * traits[i];
      float step = slope * sizes[i] + DECAY * pairs[at];
      float squares = pairs[at + 1] + step * step;
      pairs[at + 1] = squares;
      pairs[at] -= RATE * step / (float) Math.sqrt(squares);
    }
  }

  /** As a logarithm: more than 0 is more likely than not. */
  double odds(Lens.Row row) {
    double sum = bias;
    int[] traits = row.traits();
    for (int i = 0; i < traits.length; i++) sum += weights[traits[i]] * row.sizes()[i];
    return sum;
  }

  double weight(int trait) {
    return weights[trait];
  }

  double bias() {
    return bias;
  }
}
