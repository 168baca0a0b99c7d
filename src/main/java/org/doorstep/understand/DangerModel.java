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
  private final Regression rule;
  private final DangerKinds kinds;

  private DangerModel(Lens lens, Regression rule, DangerKinds kinds) {
    this.lens = lens;
    this.rule = rule;
    this.kinds = kinds;
  }

  static DangerModel learn(List<Example> examples, Signs signs) {
    Lens.View view = Lens.over(examples.stream().map(Example::words).toList(), signs);
    List<Lens.Row> rows = view.rows();
    BitSet dangers = new BitSet();
    DangerKinds.Count count = new DangerKinds.Count(view.lens().row().length);
    for (int i = 0; i < rows.size(); i++) {
      Danger danger = examples.get(i).danger();
      if (danger == null) continue;
      dangers.set(i);
      count.add(danger, rows.get(i));
    }
    Regression rule = Regression.of(rows, dangers, view.lens());
    return new DangerModel(view.lens(), rule, count.kinds());
  }

  void write(Pages pages) {
    lens.write(pages);
    rule.write(pages);
    kinds.write(pages);
  }

  static DangerModel read(Pages pages, Signs signs) {
    return new DangerModel(
        Lens.read(pages, signs), Regression.read(pages), DangerKinds.read(pages));
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
    DangerKinds.Votes votes = kinds.votes();
    lens.each(
        message,
        (trait, size, at, _) -> {
          if (at >= from && at < to) votes.add(trait, size);
        });
    return votes.most();
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
