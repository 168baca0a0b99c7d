package org.doorstep.understand;

import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many messages a second of processor time are read through and through, how many are
 * checked for danger, and how many have both done, as every message that comes in; and what the
 * learned rules take in memory: run its main class. The messages are those that the learned part
 * learns from. The promise is 10,000 on one core.
 */
final class ReadingBenchmark {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private static final int ROUNDS = 8;
  private static final int MESSAGES = 20_000;
  private static final double NANOS = 1e9;

  private ReadingBenchmark() {}

  public static void main(String[] args) {
    long before = used();
    Understanding understanding = Vocabularies.all();
    System.out.printf("%d MB for all languages%n", (used() - before) >> 20);
    List<String> messages = messages();
    for (int round = 0; round < ROUNDS; round++) {
      System.out.printf(
          "%6.0f messages a second, %6.0f danger checks a second, %6.0f of both%n",
          perSecond(messages, text -> understanding.read(text, NOW)),
          perSecond(messages, understanding::danger),
          perSecond(
              messages,
              text -> List.of(understanding.danger(text), understanding.read(text, NOW))));
    }
  }

  private interface Task {
    Object of(String text);
  }

  private static double perSecond(List<String> messages, Task task) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int seen = 0;
    for (int i = 0; i < MESSAGES; i++)
      if (task.of(messages.get(i % messages.size())) != null) seen++;
    return seen * NANOS / (threads.getCurrentThreadCpuTime() - start);
  }

  private static List<String> messages() {
    List<String> all = new ArrayList<>();
    Vocabularies.files()
        .forEach(
            (file, yaml) -> {
              WordLists lists = WordLists.parse(yaml);
              if (lists.name().equals("examples")) lists.each((_, _, text) -> all.add(text));
            });
    return all;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
