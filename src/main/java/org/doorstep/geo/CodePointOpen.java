package org.doorstep.geo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;

/**
 * Reads lines of one CSV file of Ordnance Survey's Code-Point Open: ten columns, of which the first
 * four are the postcode, the quality of its position, easting and northing. A line of headings
 * (either of the two that come with the product, under Doc) says where the columns are; without one
 * they are in the usual order.
 */
final class CodePointOpen {

  /** What one line says. */
  sealed interface Line {
    record Position(Postcode postcode, Point point) implements Line {}

    /** A postcode that nobody has placed on the map: quality 90. */
    record WithoutPosition() implements Line {}

    record Heading() implements Line {}

    record Wrong(String reason) implements Line {}
  }

  private static final int COLUMNS = 10;
  private static final int NO_POSITION = 90;
  private static final Set<Integer> QUALITIES = Set.of(10, 20, 30, 40, 50, 60, NO_POSITION);
  private static final List<Set<String>> NAMES =
      List.of(
          Set.of("PC", "POSTCODE"),
          Set.of("PQ", "POSITIONAL_QUALITY_INDICATOR"),
          Set.of("EA", "EASTINGS"),
          Set.of("NO", "NORTHINGS"));

  private final NationalGrid grid;
  private int[] order = {0, 1, 2, 3};
  private int columns = COLUMNS;

  CodePointOpen(NationalGrid grid) {
    this.grid = grid;
  }

  Line read(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) cells[i] = unquoted(cells[i]);
    if (NAMES.getFirst().contains(cells[0].toUpperCase(Locale.ROOT))) return heading(cells);
    if (cells.length != columns) {
      return new Line.Wrong(columns + " columns are expected, not " + cells.length);
    }
    return position(cells[order[0]], cells[order[1]], cells[order[2]], cells[order[3]]);
  }

  private Line heading(String[] cells) {
    List<String> names = Arrays.stream(cells).map(c -> c.toUpperCase(Locale.ROOT)).toList();
    int[] found = new int[NAMES.size()];
    for (int i = 0; i < found.length; i++) {
      Set<String> accepted = NAMES.get(i);
      int at = 0;
      while (at < names.size() && !accepted.contains(names.get(at))) at++;
      if (at == names.size()) {
        return new Line.Wrong("the headings lack " + String.join(" or ", accepted));
      }
      found[i] = at;
    }
    order = found;
    columns = cells.length;
    return new Line.Heading();
  }

  private Line position(String postcode, String quality, String easting, String northing) {
    String compact = postcode.replace(" ", "");
    Postcode read = Postcode.parse(postcode).filter(Postcode::full).orElse(null);
    if (read == null || !read.toString().replace(" ", "").equals(compact)) {
      return new Line.Wrong("the first column is not a postcode");
    }
    int q = whole(quality);
    if (!QUALITIES.contains(q)) return new Line.Wrong("the quality is not one of 10 to 60 and 90");
    if (q == NO_POSITION) return new Line.WithoutPosition();
    int east = whole(easting);
    int north = whole(northing);
    if (east <= 0 || east >= NationalGrid.EAST_END) {
      return new Line.Wrong("the easting is not on the National Grid");
    }
    if (north <= 0 || north >= NationalGrid.NORTH_END) {
      return new Line.Wrong("the northing is not on the National Grid");
    }
    return new Line.Position(read, grid.point(east, north));
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }

  private static int whole(String text) {
    return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
  }
}
