package org.doorstep.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Release;
import org.doorstep.figures.Spot;
import org.doorstep.figures.Table;
import org.doorstep.figures.Waits;
import org.doorstep.figures.Week;
import org.doorstep.figures.Within;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weeks' figures as a table: one line for each that is shown, and one without a value for each
 * total that is not. It is taken from what is told in Slack, so that the two can be laid side by
 * side and nothing more is known.
 *
 * @param open for everybody: without groups
 */
record FiguresSheet(Cell cell, List<Release> weeks, boolean open) {

  /** Excel takes a file without it for Windows-1252. */
  private static final String MARK = "\ufeff";

  static final List<String> HEADINGS =
      List.of("week", "from", "to", "by", "key", "figure", "value");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those of these weeks that are over, and whose stock has been taken. */
  static FiguresSheet of(
      Cell cell, Counts counts, LocalDate from, LocalDate to, LocalDate today, boolean open) {
    List<String> groups = cell.groups().stream().map(Group::id).toList();
    List<Release> weeks =
        Week.between(from, to).stream()
            .filter(week -> week.next().monday().isBefore(today))
            .map(week -> Release.of(week, counts, groups))
            .toList();
    return new FiguresSheet(cell, weeks, open);
  }

  String csv() {
    StringWriter out = new StringWriter();
    out.write(MARK);
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
    csv.writeRecord(HEADINGS);
    for (Release week : weeks) lines(week).forEach(line -> csv.writeRecord(written(week, line)));
    return out.toString();
  }

  private static List<String> written(Release week, Line line) {
    return List.of(
        week.week().toString(),
        week.week().monday().toString(),
        week.week().sunday().toString(),
        line.by(),
        harmless(line.key()),
        line.figure(),
        line.value());
  }

  String json() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Release week : weeks) {
      List<Map<String, Object>> figures = new ArrayList<>();
      for (Line line : lines(week)) {
        figures.add(
            Map.of(
                "by",
                line.by(),
                "key",
                line.key(),
                "figure",
                line.figure(),
                "value",
                line.value()));
      }
      all.add(
          Map.of(
              "week", week.week().toString(),
              "from", week.week().monday().toString(),
              "to", week.week().sunday().toString(),
              "figures", figures));
    }
    return JSON.writeValueAsString(Map.of("cell", cell.id().value(), "weeks", all));
  }

  /** What somebody who finds the file has to know, as a Data Package. */
  String about(String file) {
    List<Map<String, String>> fields =
        HEADINGS.stream()
            .map(name -> Map.of("name", name, "type", name.equals("value") ? "any" : "string"))
            .toList();
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of(
                "name", "neighbourhood-help-" + cell.id(),
                "title", "Neighbourhood help in " + cell.name(),
                "description",
                    "Weekly counts of requests for help among neighbours. Fewer than "
                        + Table.ENOUGH
                        + " are never shown, nor what would give them away: they are in `rest`, or"
                        + " the value is missing. Volunteers are told in fives, downwards.",
                "licenses", List.of(),
                "resources",
                    List.of(
                        Map.of(
                            "name", "figures",
                            "path", file,
                            "format", "csv",
                            "encoding", "utf-8",
                            "schema", Map.of("fields", fields)))));
  }

  private record Line(String by, String key, String figure, String value) {}

  private List<Line> lines(Release week) {
    List<Line> lines = new ArrayList<>();
    for (Measure each : Measure.OF_REQUESTS) {
      String total = week.total(each).map(n -> Integer.toString(n)).orElse("");
      lines.add(new Line("all", "", each.key(), total));
      if (total.isEmpty()) continue;
      for (Spot.Side side : Spot.Side.values()) {
        if (side == Spot.Side.GROUP && open) continue;
        Table table = week.tables().getOrDefault(each, Map.of()).get(side);
        if (table == null) continue;
        String by = side.name().toLowerCase(java.util.Locale.ROOT);
        table.rows().forEach((key, n) -> lines.add(new Line(by, key, each.key(), n.toString())));
        if (table.rest() > 0) {
          lines.add(new Line(by, "rest", each.key(), Integer.toString(table.rest())));
        }
      }
    }
    week.answers()
        .values()
        .forEach(
            three ->
                three.forEach(
                    (each, n) -> lines.add(new Line("all", "", each.key(), n.toString()))));
    week.waits().ifPresent(waits -> waits(lines, "all", "", waits));
    if (!open) {
      week.waitsOfGroups().forEach((group, waits) -> waits(lines, "group", group, waits));
    }
    week.capacity()
        .forEach(
            (area, there) -> {
              lines.add(
                  new Line(
                      "area", area, "volunteers-at-least", Integer.toString(there.volunteers())));
              lines.add(
                  new Line("area", area, "drivers-at-least", Integer.toString(there.drivers())));
            });
    return lines;
  }

  private static void waits(List<Line> lines, String by, String key, Waits waits) {
    lines.add(new Line(by, key, "half-within-minutes", minutes(waits.half())));
    waits
        .ninety()
        .ifPresent(
            within -> lines.add(new Line(by, key, "ninety-within-minutes", minutes(within))));
  }

  private static String minutes(Within within) {
    return within.most().map(most -> Long.toString(most.toMinutes())).orElse("longer");
  }

  /** No cell of it can be taken for a formula. */
  private static String harmless(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
