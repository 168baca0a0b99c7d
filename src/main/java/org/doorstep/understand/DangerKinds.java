package org.doorstep.understand;

import java.util.Arrays;
import java.util.List;

/** How much likelier each trait is in one kind of danger than in all: tells one from another. */
final class DangerKinds {

  /** What was seen only once tells of no kind. */
  private static final int OFTEN = 2;

  private static final List<Danger> DANGERS = List.of(Danger.values());

  private static final int KINDS = DANGERS.size();
  private static final long TRAIT = 31;

  private final Index index;

  /** Of each trait, for each kind, as a logarithm. */
  private final float[] logs;

  private DangerKinds(Index index, float[] logs) {
    this.index = index;
    this.logs = logs;
  }

  void write(Pages pages) {
    pages.write(index.marks()).write(logs);
  }

  static DangerKinds read(Pages pages) {
    return new DangerKinds(Index.of(pages.ints()), pages.floats());
  }

  private static long name(int trait) {
    return Hash.mix(TRAIT, trait, 0);
  }

  Votes votes() {
    return new Votes();
  }

  /** What the traits of a message say together. */
  final class Votes {

    private final double[] sums = new double[KINDS];

    void add(int trait, double size) {
      int place = index.of(name(trait));
      if (place == Index.NONE) return;
      for (int kind = 0; kind < KINDS; kind++) sums[kind] += logs[place * KINDS + kind] * size;
    }

    Danger most() {
      int best = 0;
      for (int kind = 1; kind < KINDS; kind++) if (sums[kind] > sums[best]) best = kind;
      return DANGERS.get(best);
    }
  }

  /** How often each trait was seen in each kind. */
  static final class Count {

    private final int[] all;
    private final int[] each;
    private final int[] examples = new int[KINDS];

    Count(int traits) {
      all = new int[traits];
      each = new int[traits * KINDS];
    }

    void add(Danger danger, Lens.Row row) {
      int kind = DANGERS.indexOf(danger);
      examples[kind]++;
      for (int trait : row.traits()) {
        all[trait]++;
        each[trait * KINDS + kind]++;
      }
    }

    DangerKinds kinds() {
      int often = (int) Arrays.stream(all).filter(times -> times >= OFTEN).count();
      int dangers = Arrays.stream(examples).sum();
      Index index = Index.room(often);
      float[] logs = new float[index.size() * KINDS];
      for (int trait = 0; trait < all.length; trait++) {
        if (all[trait] < OFTEN) continue;
        int place = index.put(name(trait));
        for (int kind = 0; kind < KINDS; kind++) {
          double share = Math.max(1, examples[kind]) / (double) Math.max(1, dangers);
          double own = each[trait * KINDS + kind] + share;
          logs[place * KINDS + kind] = (float) Math.log(own / ((all[trait] + 1) * share));
        }
      }
      return new DangerKinds(index, logs);
    }
  }
}
