package org.doorstep.understand;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A logistic regression, learnt by stochastic gradient descent with a rate of its own for each
 * weight (AdaGrad). The same examples give the same rule.
 */
final class Regression {

  private static final int ROUNDS = 10;
  private static final double RATE = 0.3;
  private static final double DECAY = 0.001;
  private static final double FIRST_SQUARE = 1e-8;
  private static final long SEED = 20_260_101;

  private final float[] weights;
  private double bias;

  private Regression(float[] weights) {
    this.weights = weights;
  }

  /**
   * @param right which of the examples are what is looked for
   */
  static Regression of(List<Lens.Row> rows, BitSet right, Lens lens) {
    Regression rule = new Regression(lens.row(0));
    float[] squares = lens.row((float) FIRST_SQUARE);
    double biasSquares = FIRST_SQUARE;
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      for (int at : order) {
        Lens.Row row = rows.get(at);
        double wrong = 1 / (1 + Math.exp(-rule.odds(row))) - (right.get(at) ? 1 : 0);
        rule.step(row, wrong, squares);
        biasSquares += wrong * wrong;
        rule.bias -= RATE * wrong / Math.sqrt(biasSquares);
      }
    }
    return rule;
  }

  private void step(Lens.Row row, double wrong, float[] squares) {
    int[] traits = row.traits();
    for (int i = 0; i < traits.length; i++) {
      double step = wrong * row.sizes()[i] + DECAY * weights[traits[i]];
      squares[traits[i]] += (float) (step * step);
      weights[traits[i]] -= (float) (RATE * step / Math.sqrt(squares[traits[i]]));
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
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
