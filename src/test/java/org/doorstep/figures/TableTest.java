package org.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final long SEED = Long.getLong("doorstep.seed", 20261123L);

  @Test
  void whatIsSmallIsPutTogetherWithTheRest() {
    Table shown = Table.of(new TreeMap<>(Map.of("a", 12, "b", 3, "c", 2)), false).orElseThrow();

    assertThat(shown.rows()).containsExactly(Map.entry("a", 12));
    assertThat(shown.rest()).isEqualTo(5);
  }

  @Test
  void aRestThatWouldBeSmallItselfTakesTheSmallestWithIt() {
    Table shown =
        Table.of(new TreeMap<>(Map.of("a", 12, "b", 6, "c", 6, "d", 3)), false).orElseThrow();

    assertThat(shown.rows()).containsExactly(Map.entry("a", 12));
    assertThat(shown.rest()).isEqualTo(15);
  }

  @Test
  void whereEverybodyKnowsThePartsTwoThatAreAlikeAreNotTold() {
    assertThat(Table.of(new TreeMap<>(Map.of("north", 4, "south", 4)), true)).isEmpty();
    assertThat(Table.of(new TreeMap<>(Map.of("north", 4, "south", 3)), true)).isPresent();
    assertThat(Table.of(new TreeMap<>(Map.of("LS6 1", 4, "LS6 3", 4)), false)).isPresent();
  }

  @Test
  void fewerThanFiveAreNotToldAtAll() {
    assertThat(Table.of(new TreeMap<>(Map.of("a", 4)), false)).isEmpty();
    assertThat(Table.of(new TreeMap<>(Map.of("a", 0)), false)).isPresent();
    assertThat(Table.of(new TreeMap<>(Map.of("a", 5)), true).orElseThrow().row("a")).contains(5);
  }

  /** Somebody who knows how it is made, and tries all tables that would look the same. */
  @Test
  void nothingThatIsHiddenCanBeToldFromWhatIsShown() {
    System.out.println("seed " + SEED);
    Random chance = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      boolean known = chance.nextBoolean();
      int size = 1 + chance.nextInt(3);
      List<Integer> parts = new ArrayList<>();
      for (int i = 0; i < size; i++) parts.add(chance.nextInt(chance.nextBoolean() ? 5 : 11));
      if (!known) parts.add(0); // one that nobody knows of
      Optional<Table> shown = Table.of(named(parts), known);
      List<List<Integer>> alike = new ArrayList<>();
      boolean totalTold = shown.isPresent();
      int total = parts.stream().mapToInt(Integer::intValue).sum();
      for (int sum = totalTold ? total : 0; sum <= (totalTold ? total : total + 5); sum++) {
        spread(parts.size(), sum, new ArrayList<>(), alike);
      }
      alike.removeIf(other -> !Table.of(named(other), known).equals(shown));
      for (int i = 0; i < parts.size(); i++) {
        int at = i;
        boolean hidden = parts.get(i) > 0 && shown.flatMap(t -> t.row(name(at))).isEmpty();
        boolean told = alike.stream().map(other -> other.get(at)).distinct().count() == 1;
        assertThat(hidden && told)
            .as("%s of %s, known %s, seed %s", i, parts, known, SEED)
            .isFalse();
      }
    }
  }

  private static void spread(int parts, int sum, List<Integer> so, List<List<Integer>> all) {
    if (so.size() == parts - 1) {
      List<Integer> whole = new ArrayList<>(so);
      whole.add(sum);
      all.add(whole);
      return;
    }
    for (int n = 0; n <= sum; n++) {
      so.add(n);
      spread(parts, sum - n, so, all);
      so.removeLast();
    }
  }

  private static SortedMap<String, Integer> named(List<Integer> parts) {
    SortedMap<String, Integer> named = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) named.put(name(i), parts.get(i));
    return named;
  }

  private static String name(int part) {
    return "p" + part;
  }
}
