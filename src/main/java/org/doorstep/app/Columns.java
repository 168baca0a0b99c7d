package org.doorstep.app;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.understand.Vocabulary;

/** Which columns of a table say what: by their headings, in any order. */
record Columns<C extends Enum<C>>(Map<C, List<Integer>> places) {

  private record Heading(int at, int rank) {}

  /** Empty where one of those that are required is not there. */
  static <C extends Enum<C>> Optional<Columns<C>> of(
      List<String> headings, Vocabulary words, Class<C> kinds, Set<C> required) {
    Map<C, List<Integer>> places = new EnumMap<>(kinds);
    for (C column : kinds.getEnumConstants()) {
      List<String> known = words.entry(key(column)).map(Vocabulary.Entry::words).orElse(List.of());
      List<Heading> found = new ArrayList<>();
      for (int at = 0; at < headings.size(); at++) {
        int rank = known.indexOf(plain(headings.get(at)));
        if (rank >= 0) found.add(new Heading(at, rank));
      }
      found.sort(Comparator.comparingInt(Heading::rank));
      places.put(column, found.stream().map(Heading::at).toList());
    }
    boolean enough = required.stream().noneMatch(c -> places.getOrDefault(c, List.of()).isEmpty());
    return enough ? Optional.of(new Columns<>(places)) : Optional.empty();
  }

  private static String key(Enum<?> column) {
    return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\(.*?\\)", " ")
        .replaceAll("['\\u2019]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** How many columns are read. */
  int count() {
    return places.values().stream().mapToInt(List::size).sum();
  }

  /** Of several columns for the same, the likeliest that says anything. */
  String cell(Table.Row row, C column) {
    return places.getOrDefault(column, List.of()).stream()
        .filter(at -> at < row.fields().size())
        .map(at -> typed(row.fields().get(at)))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Spreadsheets mark digits that are to stay text with an apostrophe, or as {@code ="…"}. */
  private static String typed(String field) {
    String text = field.strip();
    if (text.matches("=\"[^\"]*\"")) return text.substring(2, text.length() - 1).strip();
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }
}
