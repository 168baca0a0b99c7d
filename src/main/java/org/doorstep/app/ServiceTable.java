package org.doorstep.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.app.ServiceColumns.Column;
import org.doorstep.bridge.Opening;
import org.doorstep.directory.Entry;
import org.doorstep.directory.Tidy;
import org.doorstep.directory.Written;
import org.doorstep.place.Postcode;
import org.doorstep.understand.Vocabulary;

/**
 * Services and shops as a table, read row by row: however long it is, it need not fit in memory.
 */
final class ServiceTable {

  /** In so much of a file its headings have to be, and how it is written has to show. */
  private static final int BEGINNING = 64 * 1024;

  private final Vocabulary words;
  private final OpeningText hours;
  private final LocalDate today;
  private final Set<String> ids = new HashSet<>();

  ServiceTable(Vocabulary words, LocalDate today) {
    this.words = words;
    this.hours = new OpeningText(words);
    this.today = today;
  }

  /**
   * @return what is wrong with all of it, if anything is
   */
  Optional<String> read(InputStream file, Consumer<Entry> each) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BEGINNING);
    in.mark(BEGINNING);
    byte[] beginning = in.readNBytes(BEGINNING - 1);
    in.reset();
    var charset = CsvText.charset(beginning);
    String text = new String(beginning, charset).replaceFirst("^\uFEFF", "");
    if (text.isBlank()) return Optional.of("is empty");
    if (text.indexOf('\0') >= 0) {
      return Optional.of("is not text; save the sheet as \"CSV UTF-8\"");
    }
    Optional<TableHead<Column>> head =
        TableHead.in(upToALine(text), headings -> ServiceColumns.of(headings, words));
    if (head.isEmpty()) {
      return Optional.of(
          "has no line of headings with one for names, such as: Name, Category, Phone, Postcode");
    }
    try {
      Table.each(
          new InputStreamReader(in, charset),
          head.get().separator(),
          row -> {
            if (head.get().has(row)) each.accept(entry(head.get(), row));
          });
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      each.accept(
          new Entry.Refused("after the last row that was read", "it " + TableHead.UNCLOSED));
      return Optional.empty();
    }
  }

  /** A line that is cut off may have a quotation mark that is closed behind the cut. */
  private static String upToALine(String text) {
    int end = text.length() < BEGINNING / 2 ? text.length() : text.lastIndexOf('\n');
    return end <= 0 ? text : text.substring(0, end);
  }

  private Entry entry(TableHead<Column> head, Table.Row row) {
    String at = "line " + row.line();
    if (head.swallows(row)) return new Entry.Refused(at, "it " + TableHead.UNCLOSED);
    Columns<Column> columns = head.columns();
    String name = Tidy.line(columns.cell(row, Column.NAME), Tidy.NAME);
    if (name == null) return new Entry.Refused(at, "it has no name");
    String own = columns.cell(row, Column.ID);
    String id = own.isEmpty() ? name + "/" + columns.cell(row, Column.POSTCODE) : own;
    if (!ids.add(id)) {
      return new Entry.Refused(
          at, own.isEmpty() ? "the same name is there twice" : "the same id is there twice");
    }
    String open = columns.cell(row, Column.HOURS);
    Optional<List<Opening>> openings = hours.read(open);
    Optional<Postcode> postcode = Postcode.parse(columns.cell(row, Column.POSTCODE));
    return new Entry.Legible(
        at,
        List.of(
            new Written(
                id,
                name,
                Tidy.sentence(columns.cell(row, Column.ABOUT), Tidy.ABOUT),
                Optional.ofNullable(Tidy.line(columns.cell(row, Column.KINDS), 200)).orElse(""),
                Tidy.phone(columns.cell(row, Column.PHONE)),
                Tidy.web(columns.cell(row, Column.WEB)),
                Tidy.line(where(columns, row, postcode), Tidy.WHERE),
                postcode.orElse(null),
                Tidy.point(columns.cell(row, Column.LATITUDE), columns.cell(row, Column.LONGITUDE)),
                openings.orElse(List.of()),
                openings.isPresent() ? null : Tidy.line(open, Tidy.HOURS),
                delivers(columns.cell(row, Column.DELIVERS)),
                Tidy.day(columns.cell(row, Column.CHECKED), today))));
  }

  private static String where(Columns<Column> columns, Table.Row row, Optional<Postcode> postcode) {
    String address = columns.cell(row, Column.ADDRESS);
    String place =
        Stream.of(address, postcode.map(Postcode::toString).orElse(""))
            .filter(part -> !part.isBlank())
            .filter(part -> part.equals(address) || !address.contains(part))
            .collect(Collectors.joining(", "));
    return place.isEmpty() ? columns.cell(row, Column.AREA) : place;
  }

  private boolean delivers(String cell) {
    String plain = cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ✓✔☑]", "").strip();
    return words.entry("is-yes").filter(e -> e.words().contains(plain)).isPresent();
  }
}
