package org.doorstep.app;

import java.util.List;
import java.util.Optional;
import org.doorstep.understand.Vocabulary;

/** A list of volunteers as it stands in a file: its columns, and the rows below its headings. */
record VolunteerSheet(Columns<VolunteerColumns.Column> columns, List<Table.Row> rows) {

  /** As many as one area has at the most. */
  static final int MOST = 50_000;

  static Checked<VolunteerSheet> read(String file, Vocabulary words) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    if (text.isBlank()) return faulty("is empty");
    if (text.chars().filter(c -> c == '"').count() % 2 != 0) return faulty(TableHead.UNCLOSED);
    try {
      Optional<TableHead<VolunteerColumns.Column>> head =
          TableHead.in(text, headings -> VolunteerColumns.of(headings, words));
      return head.map(found -> below(TableHead.withoutNamed(text), found))
          .orElseGet(
              () ->
                  faulty(
                      "has no line of headings with one for phone numbers and one for postcodes,"
                          + " such as: Name, Mobile, Postcode"));
    } catch (IllegalArgumentException e) {
      return faulty(String.valueOf(e.getMessage()));
    }
  }

  private static Checked<VolunteerSheet> below(
      String table, TableHead<VolunteerColumns.Column> head) {
    List<Table.Row> rows =
        Table.rows(table, head.separator(), Long.MAX_VALUE).stream().filter(head::has).toList();
    if (rows.isEmpty()) return faulty("has nothing below its headings");
    if (rows.size() > MOST) return faulty("has more than " + MOST + " rows");
    return rows.stream()
        .filter(head::swallows)
        .findFirst()
        .map(
            row ->
                VolunteerSheet.<VolunteerSheet>faulty(
                    "line " + row.line() + " " + TableHead.UNCLOSED))
        .orElseGet(() -> new Checked.Fine<>(new VolunteerSheet(head.columns(), rows)));
  }

  private static <T> Checked<T> faulty(String why) {
    return new Checked.Faulty<>(List.of(why));
  }
}
