package org.doorstep.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.understand.Vocabulary;

/** A list of volunteers as it stands in a file: its columns, and the rows below its headings. */
record VolunteerSheet(VolunteerColumns columns, List<Table.Row> rows) {

  /** As many as one area has at the most. */
  static final int MOST = 50_000;

  /** A sheet may have a title, or a few, above its headings. */
  private static final int ABOVE = 10;

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final Pattern NAMED = Pattern.compile("(?i)\\A\"?sep=(.)\"?(?=\\R|\\z)");

  private static final String UNCLOSED =
      "has a quotation mark that is opened and never closed: what follows cannot be told apart";

  /** Headings, and what separates them. */
  private record Found(VolunteerColumns columns, Table.Row headings, char separator) {}

  static Checked<VolunteerSheet> read(String file, Vocabulary words) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    if (text.isBlank()) return faulty("is empty");
    if (text.chars().filter(c -> c == '"').count() % 2 != 0) return faulty(UNCLOSED);
    Matcher named = NAMED.matcher(text);
    char[] separators = named.find() ? new char[] {named.group(1).charAt(0)} : SEPARATORS;
    // the line stays, so that lines are counted as people see them
    String table = named.reset().replaceFirst("");
    try {
      return new String(separators)
          .chars()
          .mapToObj(c -> headings(table, (char) c, words))
          .flatMap(Optional::stream)
          .max(Comparator.comparingInt(found -> found.columns().count()))
          .map(found -> below(table, found))
          .orElseGet(
              () ->
                  faulty(
                      "has no line of headings with one for phone numbers and one for postcodes,"
                          + " such as: Name, Mobile, Postcode"));
    } catch (IllegalArgumentException e) {
      return faulty(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Found> headings(String table, char separator, Vocabulary words) {
    return Table.rows(table, separator, ABOVE).stream()
        .flatMap(
            row ->
                VolunteerColumns.of(row.fields(), words)
                    .map(columns -> new Found(columns, row, separator))
                    .stream())
        .findFirst();
  }

  private static Checked<VolunteerSheet> below(String table, Found found) {
    List<Table.Row> rows =
        Table.rows(table, found.separator(), Long.MAX_VALUE).stream()
            .filter(row -> row.line() > found.headings().line())
            .filter(row -> row.fields().stream().anyMatch(field -> !field.isBlank()))
            .toList();
    if (rows.isEmpty()) return faulty("has nothing below its headings");
    if (rows.size() > MOST) return faulty("has more than " + MOST + " rows");
    int columns = found.headings().fields().size();
    return rows.stream()
        .filter(row -> swallows(row, found.separator(), columns))
        .findFirst()
        .map(row -> VolunteerSheet.<VolunteerSheet>faulty("line " + row.line() + " " + UNCLOSED))
        .orElseGet(() -> new Checked.Fine<>(new VolunteerSheet(found.columns(), rows)));
  }

  /** Whether a cell holds a line that has all columns: the quotation mark before it is astray. */
  private static boolean swallows(Table.Row row, char separator, int columns) {
    return row.fields().stream()
        .filter(field -> field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0)
        .flatMap(field -> Stream.of(field.split("\\R")))
        .anyMatch(line -> line.chars().filter(c -> c == separator).count() >= columns - 1);
  }

  private static <T> Checked<T> faulty(String why) {
    return new Checked.Faulty<>(List.of(why));
  }
}
