package org.doorstep.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How well understanding does on labelled lines, measure by measure. */
public final class Scorecard {

  /** One measure, as it stands. */
  public sealed interface Measure {

    String name();

    /** How many of so many lines. */
    record Share(String name, int yes, int of) implements Measure {
      public double value() {
        return of == 0 ? 1 : yes / (double) of;
      }
    }

    /**
     * Sets of labels, pooled over all lines.
     *
     * @param labels by label
     * @param lines by line, for an interval
     */
    record Sets(String name, SortedMap<String, Counts> labels, List<Counts> lines)
        implements Measure {
      public Counts total() {
        return lines.stream().reduce(Counts.NONE, Counts::plus);
      }
    }
  }

  private final String title;
  private final Map<String, int[]> shares = new LinkedHashMap<>();
  private final Map<String, SortedMap<String, Counts>> labels = new LinkedHashMap<>();
  private final Map<String, List<Counts>> lines = new LinkedHashMap<>();
  private final Set<String> order = new LinkedHashSet<>();
  private final List<String> misses = new ArrayList<>();
  private int count;

  /**
   * @param title which lines it is for
   * @param order names of measures that come first, if there are any such
   */
  Scorecard(String title, List<String> order) {
    this.title = title;
    this.order.addAll(order);
  }

  public String title() {
    return title;
  }

  void line() {
    count++;
  }

  /** How many labelled lines were read. */
  public int lines() {
    return count;
  }

  public List<Measure> measures() {
    return order.stream()
        .filter(name -> shares.containsKey(name) || lines.containsKey(name))
        .map(this::measure)
        .toList();
  }

  /** What was missed or made up, in words. */
  public List<String> misses() {
    return List.copyOf(misses);
  }

  public Measure measure(String name) {
    int[] share = shares.get(name);
    return share != null
        ? new Measure.Share(name, share[0], share[1])
        : new Measure.Sets(
            name,
            labels.getOrDefault(name, new TreeMap<>()),
            List.copyOf(lines.getOrDefault(name, List.of())));
  }

  /** Counts a line on which the two have to be the same. */
  void same(String measure, @Nullable Object expected, @Nullable Object got, String text) {
    boolean right = Objects.equals(expected, got);
    share(measure, right);
    if (!right) miss(measure, expected + ", read " + got, text);
  }

  /** Counts a line on which something should not be. */
  void madeUp(String measure, @Nullable Object got, String text) {
    share(measure, got != null);
    if (got != null) miss(measure, String.valueOf(got), text);
  }

  void share(String measure, boolean yes) {
    order.add(measure);
    int[] counts = shares.computeIfAbsent(measure, _ -> new int[2]);
    counts[1]++;
    if (yes) counts[0]++;
  }

  /** Counts the labels of a line. */
  void sets(String measure, Set<String> expected, Set<String> got, String text) {
    order.add(measure);
    count(measure, expected, got);
    if (!expected.equals(got)) miss(measure, sorted(expected) + ", read " + sorted(got), text);
  }

  private void count(String measure, Set<String> expected, Set<String> got) {
    SortedMap<String, Counts> all = labels.computeIfAbsent(measure, _ -> new TreeMap<>());
    for (String one : got)
      all.merge(
          one, expected.contains(one) ? new Counts(1, 0, 0) : new Counts(0, 1, 0), Counts::plus);
    for (String one : expected)
      if (!got.contains(one)) all.merge(one, new Counts(0, 0, 1), Counts::plus);
    tally(measure, expected, got);
  }

  /** Counts a line that has one label, by label; what is missed is told elsewhere. */
  void labels(String measure, String expected, String got) {
    order.add(measure);
    count(measure, Set.of(lower(expected)), Set.of(lower(got)));
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Counts words, which are no labels: only the total is kept. */
  void words(String measure, Set<String> expected, Set<String> got, String text) {
    order.add(measure);
    tally(measure, expected, got);
    if (!expected.equals(got)) miss(measure, sorted(expected) + ", read " + sorted(got), text);
  }

  private void tally(String measure, Set<String> expected, Set<String> got) {
    int right = (int) got.stream().filter(expected::contains).count();
    lines
        .computeIfAbsent(measure, _ -> new ArrayList<>())
        .add(new Counts(right, got.size() - right, expected.size() - right));
  }

  private static String sorted(Set<String> labels) {
    return labels.isEmpty() ? "nothing" : String.join(" ", new TreeSet<>(labels));
  }

  void miss(String measure, String what, String text) {
    misses.add("[" + measure + "] " + what + " | " + text.replace('\n', ' '));
  }
}
