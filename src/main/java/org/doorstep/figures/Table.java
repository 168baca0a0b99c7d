package org.doorstep.figures;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A total and its parts, as far as they may be shown. What is small is put together with the rest
 * until that is not small either, and until the rest could be spread among its parts in more than
 * one way. So nothing that is hidden can be told from what is shown.
 *
 * @param rows the parts that are shown; all the others are in {@code rest}, and may be nothing
 * @param rest what all the others come to
 */
public record Table(SortedMap<String, Integer> rows, int rest) {

  /** Fewer are never told. */
  public static final int ENOUGH = 5;

  public Table {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  public int total() {
    return rest + rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  public Optional<Integer> row(String part) {
    return Optional.ofNullable(rows.get(part));
  }

  /**
   * @param known whether everybody knows all the parts there are, which are these; where not, one
   *     that is not among them may always be in the rest
   * @return empty where not even the total may be told
   */
  static Optional<Table> of(SortedMap<String, Integer> parts, boolean known) {
    int total = parts.values().stream().mapToInt(Integer::intValue).sum();
    if (total == 0) return Optional.of(new Table(new TreeMap<>(), 0));
    if (total < ENOUGH) return Optional.empty();
    SortedMap<String, Integer> rows = new TreeMap<>(parts);
    rows.values().removeIf(n -> n < ENOUGH);
    while (!hidden(parts, rows, known)) {
      if (rows.isEmpty()) return Optional.empty();
      int smallest = Collections.min(rows.values());
      // all that are alike, so that it does not hang on their names
      rows.values().removeIf(n -> n == smallest);
    }
    int shown = rows.values().stream().mapToInt(Integer::intValue).sum();
    return Optional.of(new Table(rows, total - shown));
  }

  /** Whether what is not in these rows cannot be told. */
  private static boolean hidden(
      SortedMap<String, Integer> parts, SortedMap<String, Integer> rows, boolean known) {
    List<Integer> others =
        parts.entrySet().stream()
            .filter(part -> !rows.containsKey(part.getKey()))
            .map(part -> part.getValue())
            .toList();
    int rest = others.stream().mapToInt(Integer::intValue).sum();
    if (rest == 0) return true;
    return rest >= ENOUGH && (!known || others.stream().distinct().count() > 1);
  }
}
