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
  private final double bias;

  Regression(float[] weights, double bias) {
    this.weights = weights;
    this.bias = bias;
  }

  float[] weights() {
    return weights;
  }

  double bias() {
    return bias;
  }

  void write(Pages pages) {
    pages.write(bias).write(weights);
  }

  static Regression read(Pages pages) {
    double bias = pages.number();
    return new Regression(pages.floats(), bias);
  }

  /**
   * @param right which of the examples are what is looked for
   * @param traits how many there are
   */
  static Regression of(List<Lens.Row> rows, BitSet right, int traits) {
    float[] pairs = pairs(traits);
    double bias = 0;
    double biasSquares = FIRST_SQUARE;
    Order order = new Order(rows.size());
    for (int round = 0; round < ROUNDS; round++) {
      for (int at : order.next()) {
        Lens.Row row = rows.get(at);
        double wrong = 1 / (1 + Math.exp(-odds(row, pairs, bias))) - (right.get(at) ? 1 : 0);
        step(row, wrong, pairs);
        biasSquares += wrong * wrong;
        bias -= RATE * wrong / Math.sqrt(biasSquares);
      }
    }
    float[] weights = new float[traits];
    for (int i = 0; i < traits; i++) weights[i] = pairs[2 * i];
    return new Regression(weights, bias);
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
}
