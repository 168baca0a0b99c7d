package org.doorstep.understand;

import java.util.List;

/**
 * How rare each trait is, and what it weighs in each of several rules: all that is known of one
 * stands together, as a message has hundreds of them and each is far from the others.
 */
final class Scales {

  private final int columns;
  private final float[] cells;
  private final double[] biases;

  Scales(float[] rarity, List<Regression> rules) {
    columns = 1 + rules.size();
    cells = new float[rarity.length * columns];
    for (int trait = 0; trait < rarity.length; trait++) cells[trait * columns] = rarity[trait];
    biases = new double[rules.size()];
    for (int rule = 0; rule < biases.length; rule++) {
      biases[rule] = rules.get(rule).bias();
      float[] weights = rules.get(rule).weights();
      for (int trait = 0; trait < rarity.length; trait++)
        cells[trait * columns + 1 + rule] = weights[trait];
    }
  }

  void writeRarity(Pages pages) {
    pages.write(column(0));
  }

  void writeRules(Pages pages) {
    for (int rule = 0; rule < biases.length; rule++)
      new Regression(column(1 + rule), biases[rule]).write(pages);
  }

  private float[] column(int column) {
    float[] all = new float[cells.length / columns];
    for (int trait = 0; trait < all.length; trait++) all[trait] = cells[trait * columns + column];
    return all;
  }

  float rarity(int trait) {
    return cells[trait * columns];
  }

  float weight(int trait, int rule) {
    return cells[trait * columns + 1 + rule];
  }

  double bias(int rule) {
    return biases[rule];
  }

  /** By each rule, as a logarithm: more than 0 is more likely than not. */
  double[] odds(Lens.Row row) {
    double[] odds = biases.clone();
    int[] traits = row.traits();
    float[] sizes = row.sizes();
    for (int i = 0; i < traits.length; i++) {
      int at = traits[i] * columns + 1;
      for (int rule = 0; rule < odds.length; rule++) odds[rule] += cells[at + rule] * sizes[i];
    }
    return odds;
  }
}
