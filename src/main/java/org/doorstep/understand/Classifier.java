package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** experimental */
final class Classifier {
  static int P(String n, int d) { return Integer.getInteger(n, d); }
  static double D(String n, double d) { return Double.parseDouble(System.getProperty(n, "" + d)); }
  static final int ROUNDS = P("rounds", 12), MIN = P("min", 1), RARE = P("rare", 1);
  static final double RATE = D("rate", 0.3), DECAY = D("decay", 0.001), LENGTH = D("length", 1.5), LEAST = D("least", 0.1), OTHERW = D("otherw", 0), SMALL = D("small", 0.01), NORM = D("norm", 0.5);

  static final float WO = (float) D("wo", 1), WF = (float) D("wf", 1);
  record Example(Features.Row features, Set<String> labels) {}

  static final class Sight {
    int[] ids; float[] sizes; int[] at; 
  }

  final int labels;
  final int intents;
  final TraitTable index = new TraitTable();
  float[] rarity;
  float[] weights;
  float[] bias;

  Classifier(int labels, int intents) { this.labels = labels; this.intents = intents; }

  static Classifier learn(List<String> names, int intents, List<Example> examples) {
    Classifier c = new Classifier(names.size(), intents);
    TraitTable all = new TraitTable();
    int[] counts = new int[1 << 22];
    for (Example e : examples) { long[] t = Arrays.copyOf(e.features().traits, e.features().size); Arrays.sort(t); for (int i = 0; i < t.length; i++) if (i == 0 || t[i] != t[i - 1]) counts[all.add(t[i])]++; }
    List<Float> rar = new ArrayList<>();
    double most = Math.log(examples.size() + 1.0);
    for (Example e : examples) for (int i = 0; i < e.features().size; i++) { long t = e.features().traits[i]; int n = counts[all.get(t)]; if (n >= MIN && c.index.get(t) < 0) { c.index.add(t); rar.add(RARE == 0 ? 1f : (float) Math.max(LEAST, 1 - Math.log(n) / most)); } }
    c.rarity = new float[rar.size()];
    for (int i = 0; i < c.rarity.length; i++) c.rarity[i] = rar.get(i);
    c.weights = new float[c.labels * c.rarity.length];
    c.bias = new float[c.labels];
    Sight[] rows = new Sight[examples.size()];
    boolean[][] right = new boolean[rows.length][c.labels];
    for (int i = 0; i < rows.length; i++) { rows[i] = c.see(examples.get(i).features()); for (int l = 0; l < c.labels; l++) right[i][l] = examples.get(i).labels().contains(names.get(l)); }
    c.learn(rows, right);
    if (P("size",0)>0) System.out.println("features " + c.rarity.length);
    return c;
  }

  void learn(Sight[] rows, boolean[][] right) {
    float[] squares = new float[weights.length];
    Arrays.fill(squares, 1e-8f);
    float[] bs = new float[labels];
    Arrays.fill(bs, 1e-8f);
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(P("seed",20260101));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = order.length - 1; i > 0; i--) { int o = random.nextInt(i + 1); int k = order[i]; order[i] = order[o]; order[o] = k; }
      for (int at : order) {
        float[] wrong = likely(rows[at]);
        boolean other = right[at][intents - 1];
        for (int l = 0; l < labels; l++) {
          if (right[at][l]) wrong[l] -= 1;
          if (l < intents) wrong[l] *= right[at][2] ? WO : right[at][1] ? WF : 1;
          if (l >= intents && other) wrong[l] *= (float) OTHERW;
          if (Math.abs(wrong[l]) < SMALL) continue;
          bs[l] += wrong[l] * wrong[l];
          bias[l] -= (float) (RATE * wrong[l] / Math.sqrt(bs[l]));
          Sight s = rows[at];
          for (int k = 0; k < s.ids.length; k++) {
            int w = s.ids[k] * labels + l;
            float slope = wrong[l] * s.sizes[k] + (float) DECAY * weights[w];
            squares[w] += slope * slope;
            weights[w] -= (float) (RATE * slope / Math.sqrt(squares[w]));
          }
        }
      }
    }
  }

  Sight see(Features.Row row) {
    long[] known = new long[row.size];
    int n = 0;
    for (int i = 0; i < row.size; i++) { int id = index.get(row.traits[i]); if (id >= 0) known[n++] = ((long) id << 32) | row.at[i]; }
    Arrays.sort(known, 0, n);
    int m = 0;
    for (int i = 0; i < n; i++) if (i == 0 || (known[i] >> 32) != (known[i - 1] >> 32)) known[m++] = known[i];
    Sight s = new Sight();
    s.ids = new int[m]; s.at = new int[m]; s.sizes = new float[m];
    double sq = 0;
    for (int i = 0; i < m; i++) { s.ids[i] = (int) (known[i] >> 32); s.at[i] = (int) known[i]; s.sizes[i] = rarity[s.ids[i]]; sq += s.sizes[i] * s.sizes[i]; }
    float scale = (float) (LENGTH / Math.pow(Math.max(1e-6, sq), NORM));
    for (int i = 0; i < m; i++) s.sizes[i] *= scale;
    return s;
  }

  float[] likely(Sight s) {
    float[] sums = Arrays.copyOf(bias, labels);
    for (int k = 0; k < s.ids.length; k++) { int base = s.ids[k] * labels; float z = s.sizes[k]; for (int l = 0; l < labels; l++) sums[l] += weights[base + l] * z; }
    float top = Math.max(sums[0], Math.max(sums[1], sums[2])); float tot = 0;
    for (int l = 0; l < intents; l++) tot += sums[l] = (float) Math.exp(sums[l] - top);
    for (int l = 0; l < intents; l++) sums[l] /= tot;
    for (int l = intents; l < labels; l++) sums[l] = (float) (1 / (1 + Math.exp(-sums[l])));
    return sums;
  }

  int because(int label, Sight s, int words) {
    float[] sums = new float[Math.max(1, words)];
    for (int i = 0; i < s.ids.length; i++) sums[s.at[i]] += weights[s.ids[i] * labels + label] * s.sizes[i];
    int best = 0;
    for (int i = 1; i < sums.length; i++) if (sums[i] > sums[best]) best = i;
    return best;
  }
}
