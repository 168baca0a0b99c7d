package org.doorstep.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.geo.CodePointOpen.Line;
import org.doorstep.geo.Report.Refusal;

/** The rows of an import, held until all of them are known to be right. */
final class ImportedRows {

  private record Row(long key, int latitude, int longitude, int file, int line) {
    boolean samePlace(Row other) {
      return latitude == other.latitude && longitude == other.longitude;
    }
  }

  private final NationalGrid grid = new NationalGrid();
  private final List<String> files = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private CodePointOpen format = new CodePointOpen(grid);
  private int line;
  private int read;
  private int withoutPosition;
  private int refused;

  void nextFile(String name) {
    files.add(name);
    format = new CodePointOpen(grid);
    line = 0;
  }

  void take(String text) {
    line++;
    String row = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (row.isBlank()) return;
    switch (format.read(row)) {
      case Line.Heading() -> {}
      case Line.Position(var postcode, var point) -> {
        read++;
        rows.add(
            new Row(
                PostcodeKey.of(postcode),
                PostcodeTable.micro(point.latitude()),
                PostcodeTable.micro(point.longitude()),
                files.size() - 1,
                line));
      }
      case Line.WithoutPosition() -> {
        read++;
        withoutPosition++;
      }
      case Line.Wrong(String reason) -> {
        read++;
        refuse(files.getLast(), line, reason);
      }
    }
  }

  void refuse(String file, int atLine, String reason) {
    refused++;
    if (refusals.size() < Report.SHOWN) refusals.add(new Refusal(file, atLine, reason));
  }

  boolean faultless() {
    return refused == 0;
  }

  /** In order and without repetitions; the same postcode in two places is refused. */
  PostcodeTable sorted() {
    rows.sort(
        Comparator.comparingLong(Row::key).thenComparingInt(Row::file).thenComparingInt(Row::line));
    List<Row> kept = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (kept.isEmpty() || kept.getLast().key() != row.key()) {
        kept.add(row);
      } else if (!kept.getLast().samePlace(row)) {
        Row first = kept.getLast();
        refuse(
            files.get(row.file()),
            row.line(),
            "the same postcode is elsewhere in " + files.get(first.file()) + ":" + first.line());
      }
    }
    return new PostcodeTable(
        kept.stream().mapToLong(Row::key).toArray(),
        kept.stream().mapToInt(Row::latitude).toArray(),
        kept.stream().mapToInt(Row::longitude).toArray());
  }

  Report report(int kept) {
    return new Report(files.size(), read, kept, withoutPosition, refused, refusals);
  }
}
