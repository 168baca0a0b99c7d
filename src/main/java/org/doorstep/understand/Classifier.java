package org.doorstep.understand;

/**
 * Tells what a message is for and what it is about from what such messages have in common: a
 * logistic regression. What it is for is one of several; what it is about may be several things or
 * none. The weight of each feature can be asked for, so every answer can be explained.
 */
final class Classifier {

  /** How much all features of a message weigh together. */
  private static final float LENGTH = 1.5f;

  private final int purposes;
  private final int labels;
  private final Index index;

  /** Of each feature, for each purpose and then for each label, in sixteen bits. */
  private final short[] weights;

  private final float[] bias;

  Classifier(int purposes, Index index, float[] weights, float[] bias) {
    this(purposes, index, halves(weights), bias);
  }

  private Classifier(int purposes, Index index, short[] weights, float[] bias) {
    this.purposes = purposes;
    this.labels = bias.length;
    this.index = index;
    this.weights = weights;
    this.bias = bias;
  }

  private static short[] halves(float[] weights) {
    short[] halves = new short[weights.length];
    for (int i = 0; i < halves.length; i++) halves[i] = Float.floatToFloat16(weights[i]);
    return halves;
  }

  void write(Pages pages) {
    pages.write(purposes).write(index.marks()).write(weights).write(bias);
  }

  static Classifier read(Pages pages) {
    return new Classifier(
        (int) pages.number(), Index.of(pages.ints()), pages.shorts(), pages.floats());
  }

  Finds.Sight see(Finds finds) {
    return finds.in(index);
  }

  /**
   * How likely each purpose is, together 1, and after them how likely each label is, from 0 to 1.
   */
  float[] likely(Finds.Sight sight) {
    float[] sums = new float[labels];
    for (int feature : sight.features()) {
      int at = feature * labels;
      for (int label = 0; label < labels; label++)
        sums[label] += Float.float16ToFloat(weights[at + label]);
    }
    return likely(sums, bias, purposes, scale(sight));
  }

  /**
   * @param sums of the weights of all features, for each purpose and label; becomes the answer
   */
  static float[] likely(float[] sums, float[] bias, int purposes, float scale) {
    float whole = 0;
    for (int label = 0; label < sums.length; label++) {
      double odds = Math.exp(bias[label] + sums[label] * scale);
      sums[label] = (float) (label < purposes ? odds : 1 - 1 / (1 + odds));
      if (label < purposes) whole += sums[label];
    }
    for (int purpose = 0; purpose < purposes; purpose++) sums[purpose] /= whole;
    return sums;
  }

  /** Long messages have more features, each of which says less. */
  static float scale(Finds.Sight row) {
    return (float) (LENGTH / Math.sqrt(Math.max(1, row.features().length)));
  }

  /** The word of a message that speaks most for a label. */
  int because(int label, Finds.Sight sight, int words) {
    float[] sums = new float[Math.max(1, words)];
    int[] features = sight.features();
    for (int i = 0; i < features.length; i++)
      sums[sight.words()[i]] += Float.float16ToFloat(weights[features[i] * labels + label]);
    int best = 0;
    for (int i = 1; i < sums.length; i++) if (sums[i] > sums[best]) best = i;
    return best;
  }
}
