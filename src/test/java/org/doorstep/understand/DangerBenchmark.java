package org.doorstep.understand;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Prints what a danger check costs in processor time, for messages of the greatest length: run its
 * main class. The promise is less than a millisecond.
 */
final class DangerBenchmark {

  private static final int LONGEST = 1_600;
  private static final int TIMES = 1_000;

  private static final List<String> PIECES =
      List.of(
          "he hit my head and i cant wake him now the tablets are gone ",
          "could somebody get bread, milk and eggs from the shop on the corner. ",
          "nie mogę oddychać, proszę o pomoc, boli mnie w klatce. ",
          "\uD83D\uDE02",
          "chest pain ");

  private DangerBenchmark() {}

  public static void main(String[] args) {
    Understanding understanding = Vocabularies.all();
    for (String piece : PIECES) {
      String text = piece.repeat(LONGEST / piece.length());
      time(understanding, text);
      System.out.printf("%4d microseconds  %s%n", time(understanding, text), piece);
    }
  }

  private static long time(Understanding understanding, String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < TIMES; i++) understanding.danger(text);
    return (threads.getCurrentThreadCpuTime() - start) / TIMES / 1_000;
  }
}
