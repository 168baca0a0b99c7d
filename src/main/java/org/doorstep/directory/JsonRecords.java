package org.doorstep.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON into its records without reading any of them, so that one that is broken costs no other
 * and none has to be in memory with the next. It takes an array, an object that has one ({@code
 * contents}, {@code content}, {@code services}), a single record, and one record after the other.
 */
final class JsonRecords {

  /** No service says so much of itself. */
  static final int LARGEST = 256 * 1024;

  private static final int LARGEST_HEADER = 64 * 1024;
  private static final Set<String> LISTS =
      Set.of("contents", "content", "services", "data", "items", "results");
  private static final int LONGEST_KEY = 20;

  /**
   * A record as it stands in the file.
   *
   * @param json null where it is too large, or has no end
   */
  record Piece(int number, long line, @Nullable String json) {

    String at() {
      return "record " + number + " (line " + line + ")";
    }
  }

  private final Consumer<Piece> each;
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private final byte[] record = new byte[LARGEST];
  private int size;
  private final StringBuilder key = new StringBuilder();
  private int depth;

  /** How deep records begin; the list has been passed where it is less than 0. */
  private int begins;

  private boolean inRecord;
  private boolean tooLarge;
  private int number;
  private long line = 1;
  private long recordLine;
  private int column;
  private int recordColumn;
  private boolean lineIsBlank = true;
  private boolean recordBeganLine;
  private int before;
  private boolean inString;
  private boolean escaped;

  private JsonRecords(Consumer<Piece> each) {
    this.each = each;
  }

  /**
   * @return what stands around the list: {@code {"total_pages": 3, "contents": []}}
   */
  static String cut(InputStream in, Consumer<Piece> each) throws IOException {
    JsonRecords records = new JsonRecords(each);
    byte[] some = new byte[1 << 16];
    for (int got = in.read(some); got >= 0; got = in.read(some)) {
      for (int i = 0; i < got; i++) records.take(some[i] & 0xff);
    }
    records.end();
    return records.header.toString(UTF_8);
  }

  private void take(int b) {
    if (b == '\n') {
      line++;
      column = 0;
      lineIsBlank = true;
      // no text of JSON goes over the end of a line: a quotation mark is missing
      inString = false;
      escaped = false;
    } else if (inString) {
      inText(b);
    } else {
      outside(b);
    }
    keep(b);
    if (b == '}' && !inString) close();
    if (b > ' ') {
      lineIsBlank = false;
      before = b;
    }
    column++;
  }

  private void inText(int b) {
    if (escaped) escaped = false;
    else if (b == '\\') escaped = true;
    else if (b == '"') inString = false;
    if (inString && depth == 1 && key.length() < LONGEST_KEY) key.append((char) b);
  }

  private void outside(int b) {
    switch (b) {
      case '"' -> {
        inString = true;
        if (depth == 1) key.setLength(0);
      }
      case '{' -> {
        if (inRecord && beginsAnew()) {
          emit(Arrays.copyOf(record, size));
          depth = begins;
        }
        if (!inRecord && depth == begins) begin();
        depth++;
      }
      case '[' -> list();
      case ']' -> {
        if (inRecord || depth > 0) depth = Math.max(inRecord ? begins + 1 : 0, depth - 1);
        if (begins == 2 && depth == 1 && !inRecord) begins = -1;
      }
      default -> {}
    }
  }

  /** As far to the left as this record began, behind a comma: its own end is missing. */
  private boolean beginsAnew() {
    return recordBeganLine
        && lineIsBlank
        && before == ','
        && column <= recordColumn
        && line > recordLine
        && begins > 0;
  }

  private void begin() {
    inRecord = true;
    tooLarge = false;
    size = 0;
    number++;
    recordLine = line;
    recordColumn = column;
    recordBeganLine = lineIsBlank;
  }

  private void list() {
    if (depth == 0 && begins == 0) {
      begins = 1;
    } else if (depth == 1 && begins == 0 && inRecord && LISTS.contains(key.toString())) {
      header.write(record, 0, size);
      header.writeBytes("[]".getBytes(UTF_8));
      inRecord = false;
      number = 0;
      begins = 2;
    }
    depth++;
  }

  private void keep(int b) {
    if (inRecord) {
      if (size < LARGEST) record[size++] = (byte) b;
      else tooLarge = true;
    } else if (begins < 0 && b != ']' && header.size() < LARGEST_HEADER) {
      header.write(b);
    }
  }

  private void close() {
    if (inRecord) {
      depth--;
      if (depth == begins) emit(Arrays.copyOf(record, size));
    } else if (begins <= 0) {
      depth = Math.max(0, depth - 1);
    }
  }

  private void emit(byte[] json) {
    inRecord = false;
    each.accept(new Piece(number, recordLine, tooLarge ? null : new String(json, UTF_8)));
  }

  private void end() {
    if (inRecord) {
      tooLarge = true;
      emit(new byte[0]);
    }
  }
}
