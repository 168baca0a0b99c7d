package org.doorstep.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headings of a table, and how it is written: spreadsheets put commas, semicolons or tabs
 * between their cells.
 *
 * @param line of the headings, from 1
 * @param width how many there are
 */
record TableHead<C extends Enum<C>>(Columns<C> columns, int line, int width, char separator) {

  /** A sheet may have a title, or a few, above its headings. */
  private static final int ABOVE = 10;

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final Pattern NAMED = Pattern.compile("(?i)\\A\"?sep=(.)\"?(?=\\R|\\z)");

  static final String UNCLOSED =
      "has a quotation mark that is opened and never closed: what follows cannot be told apart";

  /**
   * The line that says which separator is used; it stays, so that lines count as people see them.
   */
  static String withoutNamed(String text) {
    return NAMED.matcher(text).replaceFirst("");
  }

  /**
   * Empty where no line has the headings that are needed.
   *
   * @throws IllegalArgumentException for what is no table
   */
  static <C extends Enum<C>> Optional<TableHead<C>> in(
      String text, Function<List<String>, Optional<Columns<C>>> columns) {
    Matcher named = NAMED.matcher(text);
    char[] separators = named.find() ? new char[] {named.group(1).charAt(0)} : SEPARATORS;
    String table = withoutNamed(text);
    return new String(separators)
        .chars()
        .mapToObj(c -> head(table, (char) c, columns))
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(found -> found.columns().count()));
  }

  private static <C extends Enum<C>> Optional<TableHead<C>> head(
      String table, char separator, Function<List<String>, Optional<Columns<C>>> columns) {
    return Table.rows(table, separator, ABOVE).stream()
        .flatMap(
            row ->
                columns.apply(row.fields()).stream()
                    .map(c -> new TableHead<>(c, row.line(), row.fields().size(), separator)))
        .findFirst();
  }

  /** Whether a row stands below the headings and says anything. */
  boolean has(Table.Row row) {
    return row.line() > line && row.fields().stream().anyMatch(field -> !field.isBlank());
  }

  /** Whether a cell holds a line that has all columns: the quotation mark before it is astray. */
  boolean swallows(Table.Row row) {
    return row.fields().stream()
        .filter(field -> field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0)
        .flatMap(field -> Stream.of(field.split("\\R")))
        .anyMatch(one -> one.chars().filter(c -> c == separator).count() >= width - 1);
  }
}
