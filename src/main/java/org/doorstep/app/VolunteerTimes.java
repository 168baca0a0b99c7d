package org.doorstep.app;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.app.VolunteerColumns.Column;
import org.doorstep.people.Amendment;
import org.doorstep.understand.Offering;
import org.doorstep.understand.Vocabulary;

/**
 * Reads on which days and at what times somebody on a list helps, and what they speak, as they
 * would tell it themselves: {@code DAYS tue sat}, {@code HOURS 17-21}, {@code LANGUAGES polish}.
 */
final class VolunteerTimes {

  private static final Map<Column, String> EXAMPLES =
      Map.of(
          Column.DAYS, "Tue, Sat",
          Column.HOURS, "17:00-21:00",
          Column.LANGUAGES, "Polish, Urdu");

  private static final List<Column> COLUMNS = List.of(Column.DAYS, Column.HOURS, Column.LANGUAGES);

  private final Vocabulary words;
  private final Function<String, Optional<Offering>> offering;
  private final Map<String, Optional<List<Amendment>>> understood = new HashMap<>();

  /**
   * @param offering what a volunteer's order means; it is asked once for each text
   */
  VolunteerTimes(Vocabulary words, Function<String, Optional<Offering>> offering) {
    this.words = words;
    this.offering = offering;
  }

  /** What is not understood, or may mean more than one thing, is not guessed at. */
  Checked<List<Amendment>> read(Columns<Column> columns, Table.Row row) {
    List<Amendment> all = new ArrayList<>();
    for (Column column : COLUMNS) {
      String said = plain(columns.cell(row, column));
      if (said.isEmpty() || nothing(column, said)) continue;
      Optional<List<Amendment>> read =
          understood.computeIfAbsent(key(column) + " " + said, this::understand);
      if (read.isEmpty()) return new Checked.Faulty<>(List.of(unclear(column)));
      all.addAll(read.get());
    }
    return new Checked.Fine<>(all);
  }

  private Optional<List<Amendment>> understand(String order) {
    return offering.apply(order).orElse(null) instanceof Offering.Changes said && said.sure()
        ? Optional.of(said.changes())
        : Optional.empty();
  }

  private static String unclear(Column column) {
    return "the " + key(column) + " are not understood; write them so: " + EXAMPLES.get(column);
  }

  private boolean nothing(Column column, String said) {
    return words
        .entry(column == Column.LANGUAGES ? "is-none" : "is-any")
        .filter(entry -> entry.words().contains(said))
        .isPresent();
  }

  private static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{Pd}", "-")
        .replaceAll("[\\r\\n;/&+|]+", ", ")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .replaceAll("[\\s,.]+$", "")
        .strip();
  }

  private static String key(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
