package org.doorstep.figures;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that was counted in some days, as it is. What may be shown of it says {@link Release}. */
public record Counts(List<Count> all) {

  public static final Counts NONE = new Counts(List.of());

  public Counts {
    all = List.copyOf(all);
  }

  public Counts and(Collection<Count> more) {
    return more.isEmpty() ? this : new Counts(Stream.concat(all.stream(), more.stream()).toList());
  }

  public Counts in(Week week) {
    return only(count -> week.has(count.day()));
  }

  public Counts only(Predicate<Count> which) {
    return new Counts(all.stream().filter(which).toList());
  }

  public int of(What what) {
    return all.stream().filter(c -> c.what().equals(what)).mapToInt(Count::by).sum();
  }

  public SortedMap<String, Integer> by(Spot.Side side, What what) {
    SortedMap<String, Integer> rows = new TreeMap<>();
    for (Count each : all) {
      if (each.what().equals(what)) rows.merge(side.of(each.spot()), each.by(), Integer::sum);
    }
    return rows;
  }
}
