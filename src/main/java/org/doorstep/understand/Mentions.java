package org.doorstep.understand;

import java.util.BitSet;

/** How much each word of a message speaks for each of several jobs, and which words refuse. */
final class Mentions {

  private final int[][] scores;
  private final BitSet refused;
  private final BitSet rest;

  /**
   * @param scores of each job, for each word
   * @param refused the words of clauses in which something is refused
   */
  Mentions(int[][] scores, BitSet refused, int words) {
    this.scores = scores;
    this.refused = refused;
    rest = new BitSet(words);
    rest.set(0, words);
    rest.andNot(refused);
  }

  /** Those of some jobs for which the words speak most, but for what is refused; empty if none. */
  BitSet wanted(BitSet jobs) {
    return best(jobs, rest);
  }

  /** Those of some jobs that are refused. */
  BitSet refused(BitSet jobs) {
    return best(jobs, refused);
  }

  private BitSet best(BitSet jobs, BitSet words) {
    BitSet best = new BitSet();
    int most = 1;
    for (int job = jobs.nextSetBit(0); job >= 0; job = jobs.nextSetBit(job + 1)) {
      int[] score = scores[job];
      int sum = words.stream().map(word -> score[word]).sum();
      if (sum > most) best.clear();
      if (sum >= most) best.set(job);
      most = Math.max(most, sum);
    }
    return best;
  }
}
