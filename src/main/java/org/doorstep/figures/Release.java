package org.doorstep.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of one week: the same to whoever asks, and whenever. Everything that anybody is
 * given of a week's figures is taken from here.
 *
 * @param totals by measure; missing where not even that may be told
 * @param tables by measure and side; each adds up to its total
 * @param answers residents' and volunteers', by the first measure of each three
 * @param capacity by small area, in fives
 * @param foremost of small areas that are shown, the need that was asked for most, if that is shown
 */
public record Release(
    Week week,
    Map<Measure, Integer> totals,
    Map<Measure, Map<Spot.Side, Table>> tables,
    Map<Measure, Map<Measure, Integer>> answers,
    Optional<Waits> waits,
    Map<String, Waits> waitsOfGroups,
    SortedMap<String, Capacity> capacity,
    Map<String, String> foremost) {

  /** In fives, downwards. */
  public record Capacity(int volunteers, int drivers) {}

  public Release {
    totals = Map.copyOf(totals);
    tables = Map.copyOf(tables);
    answers = Map.copyOf(answers);
    waitsOfGroups = Map.copyOf(waitsOfGroups);
    foremost = Map.copyOf(foremost);
  }

  /**
   * @param counts may be of more than the week
   * @param groups all that the cell has
   */
  public static Release of(Week week, Counts counts, Collection<String> groups) {
    Counts in = counts.in(week);
    Map<Measure, Integer> totals = new EnumMap<>(Measure.class);
    Map<Measure, Map<Spot.Side, Table>> tables = new EnumMap<>(Measure.class);
    for (Measure each : Measure.OF_REQUESTS) {
      Map<Spot.Side, Table> sides = sides(in, each, groups);
      if (sides.size() < Spot.Side.values().length) continue;
      totals.put(each, in.of(each));
      tables.put(each, sides);
    }
    boolean taken = tables.containsKey(Measure.FILLED);
    Map<String, Waits> ofGroups = new LinkedHashMap<>();
    if (taken) {
      Table byGroup = tables.get(Measure.FILLED).get(Spot.Side.GROUP);
      for (String group : byGroup.rows().keySet()) {
        Waits.of(in.only(c -> c.spot().group().equals(group)))
            .ifPresent(waits -> ofGroups.put(group, waits));
      }
    }
    return new Release(
        week,
        totals,
        tables,
        answers(in),
        taken ? Waits.of(in) : Optional.empty(),
        ofGroups,
        capacity(in),
        foremost(in, tables.get(Measure.ASKED)));
  }

  /** Fewer than there are where one of them may not be shown: then nothing of it may. */
  private static Map<Spot.Side, Table> sides(Counts in, Measure of, Collection<String> groups) {
    Map<Spot.Side, Table> sides = new EnumMap<>(Spot.Side.class);
    for (Spot.Side side : Spot.Side.values()) {
      SortedMap<String, Integer> parts = new TreeMap<>(in.by(side, of));
      if (side.known()) groups.forEach(group -> parts.putIfAbsent(group, 0));
      Table.of(parts, side.known()).ifPresent(table -> sides.put(side, table));
    }
    return sides;
  }

  private static Map<Measure, Map<Measure, Integer>> answers(Counts in) {
    Map<Measure, Map<Measure, Integer>> all = new EnumMap<>(Measure.class);
    for (List<Measure> three : List.of(Measure.OF_RESIDENTS, Measure.OF_VOLUNTEERS)) {
      SortedMap<String, Integer> parts = new TreeMap<>();
      three.forEach(each -> parts.put(each.key(), in.of(each)));
      // two that are put together would say no more than the total
      Table.of(parts, true)
          .filter(table -> table.rest() == 0 && table.total() > 0)
          .ifPresent(
              table -> {
                Map<Measure, Integer> told = new EnumMap<>(Measure.class);
                three.forEach(each -> told.put(each, table.row(each.key()).orElse(0)));
                all.put(three.getFirst(), told);
              });
    }
    return all;
  }

  private static SortedMap<String, Capacity> capacity(Counts in) {
    SortedMap<String, Integer> volunteers = in.by(Spot.Side.AREA, Measure.VOLUNTEERS);
    SortedMap<String, Integer> drivers = in.by(Spot.Side.AREA, Measure.DRIVERS);
    SortedMap<String, Capacity> capacity = new TreeMap<>();
    volunteers.forEach(
        (area, all) ->
            capacity.put(
                area, new Capacity(Band.fives(all), Band.fives(drivers.getOrDefault(area, 0)))));
    return capacity;
  }

  private static Map<String, String> foremost(Counts in, @Nullable Map<Spot.Side, Table> asked) {
    Map<String, String> foremost = new LinkedHashMap<>();
    if (asked == null) return foremost;
    for (String area : asked.get(Spot.Side.AREA).rows().keySet()) {
      SortedMap<String, Integer> needs =
          in.only(c -> c.spot().area().equals(area)).by(Spot.Side.NEED, Measure.ASKED);
      int most = Collections.max(needs.values());
      List<String> first =
          needs.keySet().stream().filter(n -> needs.getOrDefault(n, 0) == most).toList();
      boolean shown = asked.get(Spot.Side.NEED).rows().containsKey(first.getFirst());
      if (first.size() == 1 && most >= Table.ENOUGH && shown) foremost.put(area, first.getFirst());
    }
    return foremost;
  }

  public Optional<Integer> total(Measure of) {
    return Optional.ofNullable(totals.get(of));
  }

  /** Empty where it is not told. */
  public Optional<Integer> of(Measure what, Spot.Side side, String key) {
    return Optional.ofNullable(tables.get(what)).flatMap(all -> all.get(side).row(key));
  }

  /** The parts that are shown, the largest first. */
  public List<String> keys(Measure what, Spot.Side side) {
    Map<Spot.Side, Table> all = tables.get(what);
    if (all == null) return List.of();
    List<Map.Entry<String, Integer>> rows = new ArrayList<>(all.get(side).rows().entrySet());
    rows.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return rows.stream().map(Map.Entry::getKey).toList();
  }

  /** Small areas where fewer than half of what was asked for was taken, as far as that is shown. */
  public List<String> gaps() {
    return keys(Measure.ASKED, Spot.Side.AREA).stream()
        .filter(
            area ->
                2 * of(Measure.FILLED, Spot.Side.AREA, area).orElse(Integer.MAX_VALUE / 2)
                    < of(Measure.ASKED, Spot.Side.AREA, area).orElse(0))
        .toList();
  }
}
