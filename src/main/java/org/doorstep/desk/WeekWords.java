package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Group;
import org.doorstep.figures.Chart;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Release;
import org.doorstep.figures.Spot;
import org.doorstep.figures.Table;
import org.doorstep.figures.Waits;
import org.doorstep.figures.Within;

/** A week's figures in words. Nothing stands in them that the release does not show. */
record WeekWords(Wording reader, Release now, Release before) {

  /** More rows are with the others. */
  private static final int ROWS = 12;

  Card ofCell() {
    List<String> lines = new ArrayList<>();
    for (Measure each : Measure.OF_REQUESTS) {
      lines.add(figure(each, now.total(each), before.total(each)));
    }
    now.waits().ifPresent(waits -> waits(lines, waits));
    gaps(lines);
    side(lines, Spot.Side.NEED);
    side(lines, Spot.Side.AREA);
    answers(lines, "residents", Measure.OF_RESIDENTS);
    answers(lines, "volunteers", Measure.OF_VOLUNTEERS);
    lines.add(words("foot"));
    return new Card(words("week-title", days()), lines, null, List.of());
  }

  /** Only totals; of needs and areas the officers read, and whoever leads sees its own board. */
  Optional<Card> ofGroup(Group group) {
    List<String> lines = new ArrayList<>();
    boolean any = false;
    for (Measure each : Measure.OF_REQUESTS) {
      Optional<Integer> number = now.of(each, Spot.Side.GROUP, group.id());
      any |= number.isPresent();
      lines.add(figure(each, number, before.of(each, Spot.Side.GROUP, group.id())));
    }
    if (!any) return Optional.empty();
    Waits waits = now.waitsOfGroups().get(group.id());
    if (waits != null) waits(lines, waits);
    lines.add(words("foot"));
    Map<String, String> values = new LinkedHashMap<>(days());
    values.put("group", group.name());
    return Optional.of(new Card(words("group-title", values), lines, null, List.of()));
  }

  private Map<String, String> days() {
    return Map.of("from", now.week().monday().toString(), "to", now.week().sunday().toString());
  }

  private String figure(Measure what, Optional<Integer> number, Optional<Integer> last) {
    String told = number.map(n -> Integer.toString(n)).orElse(words("hidden"));
    String both =
        last.map(l -> words("with-before", Map.of("number", told, "before", Integer.toString(l))))
            .orElse(told);
    return words(what.key(), Map.of("number", both));
  }

  private void waits(List<String> lines, Waits waits) {
    lines.add(wait("half", waits.half()));
    waits.ninety().ifPresent(ninety -> lines.add(wait("ninety", ninety)));
  }

  private String wait(String share, Within within) {
    return within.most().isEmpty()
        ? words(share + "-longer")
        : words(share, Map.of("time", words(within.key())));
  }

  private void gaps(List<String> lines) {
    if (now.gaps().isEmpty()) return;
    lines.add("");
    lines.add(words("gaps"));
    for (String area : now.gaps()) {
      Map<String, String> values = row(Spot.Side.AREA, area);
      Release.Capacity there = now.capacity().getOrDefault(area, new Release.Capacity(0, 0));
      values.put("volunteers", atLeast(there.volunteers()));
      values.put("drivers", atLeast(there.drivers()));
      String need = now.foremost().get(area);
      if (need != null) values.put("need", reader.talk().label("needs", need));
      lines.add(words(need == null ? "gap" : "gap-need", values));
    }
  }

  private String atLeast(int number) {
    return number == 0
        ? words("few")
        : words("or-more", Map.of("number", Integer.toString(number)));
  }

  private void side(List<String> lines, Spot.Side side) {
    List<String> keys = now.keys(Measure.ASKED, side).stream().limit(ROWS).toList();
    if (keys.isEmpty()) return;
    lines.add("");
    lines.add(words(side == Spot.Side.NEED ? "by-need" : "by-area"));
    int rest = now.tables().getOrDefault(Measure.ASKED, Map.of()).get(side).total();
    for (String key : keys) {
      Map<String, String> values = row(side, key);
      lines.add(words(values.containsKey("taken") ? "row" : "row-hidden", values));
      rest -= now.of(Measure.ASKED, side, key).orElse(0);
    }
    if (rest >= Table.ENOUGH) lines.add(words("rest", Map.of("asked", Integer.toString(rest))));
  }

  private Map<String, String> row(Spot.Side side, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", name(side, key));
    values.put("asked", Integer.toString(now.of(Measure.ASKED, side, key).orElse(0)));
    now.of(Measure.FILLED, side, key).ifPresent(n -> values.put("taken", Integer.toString(n)));
    return values;
  }

  private String name(Spot.Side side, String key) {
    return side == Spot.Side.NEED ? reader.talk().label("needs", key) : key;
  }

  private void answers(List<String> lines, String whose, List<Measure> three) {
    Map<Measure, Integer> told = now.answers().get(three.getFirst());
    if (told == null) return;
    Map<String, String> values = new LinkedHashMap<>();
    List<String> names = List.of("yes", "partly", "no");
    for (int i = 0; i < three.size(); i++) {
      values.put(names.get(i), Integer.toString(told.getOrDefault(three.get(i), 0)));
    }
    lines.add(words("answers-" + whose, values));
  }

  // ---- drawn

  /** Empty where there is nothing to draw. */
  Optional<Chart> chart() {
    List<Chart.Panel> panels = new ArrayList<>();
    for (Spot.Side side : List.of(Spot.Side.NEED, Spot.Side.AREA)) {
      List<Chart.Row> rows =
          now.keys(Measure.ASKED, side).stream()
              .limit(ROWS)
              .map(
                  key ->
                      new Chart.Row(
                          name(side, key),
                          now.of(Measure.ASKED, side, key).orElse(0),
                          now.of(Measure.FILLED, side, key).orElse(-1)))
              .toList();
      String title = words(side == Spot.Side.NEED ? "by-need" : "by-area");
      if (!rows.isEmpty()) panels.add(new Chart.Panel(title, rows));
    }
    if (panels.isEmpty()) return Optional.empty();
    List<String> alt = new ArrayList<>();
    for (Spot.Side side : List.of(Spot.Side.NEED, Spot.Side.AREA)) side(alt, side);
    alt.removeIf(String::isBlank);
    return Optional.of(
        new Chart(
            words("week-title", days()),
            String.join(" ", alt),
            words("asked-short"),
            words("filled-short"),
            words("hidden-short"),
            panels));
  }

  private String words(String id) {
    return words(id, Map.of());
  }

  private String words(String id, Map<String, String> values) {
    return reader.words(Digests.FLOW + "." + id, values);
  }
}
