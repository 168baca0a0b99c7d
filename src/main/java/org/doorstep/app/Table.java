package org.doorstep.app;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values with quotes, as in RFC 4180: a field in quotes may hold line breaks. */
final class Table {

  /**
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> fields) {}

  private Table() {}

  static List<Row> rows(String csv) {
    List<Row> rows = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int began = 1;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '\n') line++;
      if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\n' && !quoted) {
        add(rows, began, fields, field);
        fields = new ArrayList<>();
        began = line;
      } else if (c != '\r' || quoted) {
        field.append(c);
      }
    }
    add(rows, began, fields, field);
    return rows;
  }

  private static void add(List<Row> rows, int line, List<String> fields, StringBuilder field) {
    fields.add(field.toString());
    field.setLength(0);
    if (fields.size() > 1 || !fields.getFirst().isBlank()) rows.add(new Row(line, fields));
  }
}
