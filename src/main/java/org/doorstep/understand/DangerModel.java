package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells danger from harmless talk by what it learnt from the written examples of {@code
 * danger-examples.yml}, in whatever language.
 */
final class DangerModel {

  /**
   * @param danger null if it tells of none
   */
  record Example(Words words, @Nullable Danger danger) {}

  /**
   * @param odds as a logarithm: more than 0 is more likely danger than not
   * @param from the first of the words that tell of it
   * @param to after the last of them
   */
  record Verdict(double odds, int from, int to) {}

  /** Longer messages are weighed stretch by stretch. */
  private static final int WHOLE = 44;

  private static final int STRETCH = 36;

  /** In a long message there are many stretches, and one of them easily looks like danger. */
  private static final double LONG_MESSAGE = 0.3;

  private final Lens lens;
  private final Regression rule;
  private final Map<Danger, float[]> kinds = new EnumMap<>(Danger.class);

  DangerModel(List<Example> examples, Signs signs) {
    Lens.View view = Lens.over(examples.stream().map(Example::words).toList(), signs);
    lens = view.lens();
    List<Lens.Row> rows = view.rows();
    BitSet dangers = new BitSet();
    for (int i = 0; i < rows.size(); i++) if (examples.get(i).danger() != null) dangers.set(i);
    rule = Regression.of(rows, dangers, lens);
    count(rows, examples, dangers.cardinality());
  }

  /** How much likelier each trait is in one kind of danger than in all. */
  private void count(List<Lens.Row> rows, List<Example> examples, int dangers) {
    float[] all = lens.row(1);
    Map<Danger, Integer> sums = new EnumMap<>(Danger.class);
    for (int at = 0; at < rows.size(); at++) {
      Danger danger = examples.get(at).danger();
      if (danger == null) continue;
      sums.merge(danger, 1, Integer::sum);
      float[] own = kinds.computeIfAbsent(danger, _ -> lens.row(0));
      for (int trait : rows.get(at).traits()) {
        own[trait]++;
        all[trait]++;
      }
    }
    kinds.forEach(
        (danger, own) -> {
          double share = sums.getOrDefault(danger, 0) / (double) dangers;
          for (int i = 0; i < own.length; i++)
            own[i] = (float) Math.log((own[i] + share) / (all[i] * share));
        });
  }

  Verdict judge(Words message) {
    int size = message.size();
    double[] sums = new double[size + 1];
    double[] squares = new double[size + 1];
    lens.each(
        message,
        (trait, length, at, _) -> {
          sums[at + 1] += rule.weight(trait) * length;
          squares[at + 1] += length * length;
        });
    for (int i = 0; i < size; i++) {
      sums[i + 1] += sums[i];
      squares[i + 1] += squares[i];
    }
    if (size <= WHOLE) return new Verdict(odds(sums, squares, 0, size), 0, size);
    Verdict worst = new Verdict(Double.NEGATIVE_INFINITY, 0, size);
    for (int from = 0; from + STRETCH <= size; from++) {
      double odds = odds(sums, squares, from, from + STRETCH) - LONG_MESSAGE;
      if (odds > worst.odds()) worst = new Verdict(odds, from, from + STRETCH);
    }
    return worst;
  }

  private double odds(double[] sums, double[] squares, int from, int to) {
    double length = squares[to] - squares[from];
    if (length <= 0) return Double.NEGATIVE_INFINITY;
    return rule.bias() + (sums[to] - sums[from]) * Lens.LENGTH / Math.sqrt(length);
  }

  /** The likeliest kind of danger in a stretch of a message. */
  Danger kind(Words message, int from, int to) {
    Map<Danger, double[]> sums = new EnumMap<>(Danger.class);
    kinds.keySet().forEach(kind -> sums.put(kind, new double[1]));
    lens.each(
        message,
        (trait, size, at, _) -> {
          if (at < from || at >= to) return;
          kinds.forEach(
              (kind, logs) ->
                  sums.computeIfPresent(
                      kind,
                      (_, sum) -> {
                        sum[0] += logs[trait] * size;
                        return sum;
                      }));
        });
    Danger best = Danger.MEDICAL;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Danger, double[]> one : sums.entrySet()) {
      if (one.getValue()[0] <= most) continue;
      most = one.getValue()[0];
      best = one.getKey();
    }
    return best;
  }

  /** The words that speak most for danger, at most so many, in the order of the message. */
  List<String> because(Words message, Verdict verdict, int most) {
    double[] shares = new double[message.size()];
    lens.each(
        message,
        (trait, size, at, other) -> {
          shares[at] += rule.weight(trait) * size / 2;
          shares[other] += rule.weight(trait) * size / 2;
        });
    List<Integer> ranked = new ArrayList<>();
    for (int i = verdict.from(); i < verdict.to(); i++) if (shares[i] > 0) ranked.add(i);
    ranked.sort((a, b) -> Double.compare(shares[b], shares[a]));
    return ranked.stream().limit(most).sorted().map(i -> message.get(i).typed()).toList();
  }
}
