package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
  private final Scales scales;
  private final DangerKinds kinds;

  private DangerModel(Lens lens, Scales scales, DangerKinds kinds) {
    this.lens = lens;
    this.scales = scales;
    this.kinds = kinds;
  }

  static DangerModel learn(List<Example> examples, Signs signs) {
    Lens.View view = Lens.over(examples.stream().map(Example::words).toList(), signs);
    List<Lens.Row> rows = view.rows();
    int traits = view.rarity().length;
    BitSet dangers = new BitSet();
    DangerKinds.Count count = new DangerKinds.Count(traits);
    for (int i = 0; i < rows.size(); i++) {
      Danger danger = examples.get(i).danger();
      if (danger == null) continue;
      dangers.set(i);
      count.add(danger, rows.get(i));
    }
    Regression rule = Regression.of(rows, dangers, traits);
    return new DangerModel(view.lens(), new Scales(view.rarity(), List.of(rule)), count.kinds());
  }

  void write(Pages pages) {
    lens.write(pages);
    scales.writeRarity(pages);
    scales.writeRules(pages);
    kinds.write(pages);
  }

  static DangerModel read(Pages pages, Signs signs) {
    Lens lens = Lens.read(pages, signs);
    Scales scales = new Scales(pages.floats(), List.of(Regression.read(pages)));
    return new DangerModel(lens, scales, DangerKinds.read(pages));
  }

  Seen see(Words message) {
    return new Seen(message, lens.in(message));
  }

  /** A message and what there is to weigh in it. */
  final class Seen {

    private final Words message;
    private final Traits traits;

    private Seen(Words message, Traits traits) {
      this.message = message;
      this.traits = traits;
    }

    private double length(int i) {
      return traits.size(i) * scales.rarity(traits.number(i));
    }

    Verdict judged() {
      int size = message.size();
      double[] sums = new double[size + 1];
      double[] squares = new double[size + 1];
      for (int i = 0; i < traits.size(); i++) {
        double length = length(i);
        int after = traits.first(i) + 1;
        sums[after] += scales.weight(traits.number(i), 0) * length;
        squares[after] += length * length;
      }
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

    /** The likeliest kind of danger in a stretch of a message. */
    Danger kind(Verdict verdict) {
      DangerKinds.Votes votes = kinds.votes();
      for (int i = 0; i < traits.size(); i++)
        if (traits.first(i) >= verdict.from() && traits.first(i) < verdict.to())
          votes.add(traits.number(i), length(i));
      return votes.most();
    }

    /** The words that speak most for danger, at most so many, in the order of the message. */
    List<String> because(Verdict verdict, int most) {
      double[] shares = new double[message.size()];
      for (int i = 0; i < traits.size(); i++) {
        double share = scales.weight(traits.number(i), 0) * length(i) / 2;
        shares[traits.first(i)] += share;
        shares[traits.last(i)] += share;
      }
      List<Integer> ranked = new ArrayList<>();
      for (int i = verdict.from(); i < verdict.to(); i++) if (shares[i] > 0) ranked.add(i);
      ranked.sort((a, b) -> Double.compare(shares[b], shares[a]));
      return ranked.stream().limit(most).sorted().map(i -> message.get(i).typed()).toList();
    }
  }

  private double odds(double[] sums, double[] squares, int from, int to) {
    double length = squares[to] - squares[from];
    if (length <= 0) return Double.NEGATIVE_INFINITY;
    return scales.bias(0) + (sums[to] - sums[from]) * Lens.LENGTH / Math.sqrt(length);
  }
}
