package org.doorstep.app;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.understand.Vocabulary;

/** Which columns of a list say what: by their headings, in any order. */
record VolunteerColumns(Map<Column, List<Integer>> places) {

  /** What a list may say of somebody. */
  enum Column {
    PHONE,
    PLACE,
    FIRST_NAME,
    NAME,
    REACH,
    TRAVEL,
    DRIVES,
    LIKES,
    DAYS,
    HOURS,
    LANGUAGES;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Heading(int at, int rank) {}

  /** Empty where no column is headed as phone numbers, or none as postcodes. */
  static Optional<VolunteerColumns> of(List<String> headings, Vocabulary words) {
    Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      List<String> known = words.entry(column.key()).map(Vocabulary.Entry::words).orElse(List.of());
      List<Heading> found = new ArrayList<>();
      for (int at = 0; at < headings.size(); at++) {
        int rank = known.indexOf(plain(headings.get(at)));
        if (rank >= 0) found.add(new Heading(at, rank));
      }
      found.sort(Comparator.comparingInt(Heading::rank));
      places.put(column, found.stream().map(Heading::at).toList());
    }
    boolean enough =
        !places.getOrDefault(Column.PHONE, List.of()).isEmpty()
            && !places.getOrDefault(Column.PLACE, List.of()).isEmpty();
    return enough ? Optional.of(new VolunteerColumns(places)) : Optional.empty();
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
  String cell(Table.Row row, Column column) {
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
