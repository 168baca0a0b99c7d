package org.doorstep.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Values between separators, with quotes, as in RFC 4180: a field in quotes may hold breaks. */
final class Table {

  /**
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> fields) {}

  private Table() {}

  static List<Row> rows(String csv) {
    return rows(csv, ',', Long.MAX_VALUE);
  }

  /** The first so many, without lines that are empty. */
  static List<Row> rows(String csv, char separator, long most) {
    try (Stream<CsvRecord> all = format(separator).ofCsvRecord(csv).stream()) {
      return all.limit(most).map(Table::row).toList();
    } catch (CsvParseException e) {
      // what it says may hold some of the text
      throw new IllegalArgumentException("is not a table");
    }
  }

  /**
   * One after the other, for a table that is larger than memory.
   *
   * @throws IllegalArgumentException where it goes on as no table; the rows before it have been
   *     given
   */
  static void each(Reader csv, char separator, Consumer<Row> each) throws IOException {
    try (CsvReader<CsvRecord> rows = format(separator).ofCsvRecord(csv)) {
      rows.forEach(row -> each.accept(row(row)));
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("is not a table");
    }
  }

  private static CsvReader.CsvReaderBuilder format(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }

  private static Row row(CsvRecord row) {
    return new Row((int) row.getStartingLineNumber(), row.getFields());
  }
}
