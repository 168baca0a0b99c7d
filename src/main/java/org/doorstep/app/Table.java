package org.doorstep.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
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
    try (Stream<CsvRecord> all =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(csv)
            .stream()) {
      return all.limit(most)
          .map(row -> new Row((int) row.getStartingLineNumber(), row.getFields()))
          .toList();
    } catch (CsvParseException e) {
      // what it says may hold some of the text
      throw new IllegalArgumentException("is not a table");
    }
  }
}
