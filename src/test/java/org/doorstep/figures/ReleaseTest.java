package org.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  private static final long SEED = Long.getLong("doorstep.seed", 20261123L);
  private static final Week WEEK = Week.of(LocalDate.parse("2026-11-18"));
  private static final List<String> GROUPS = List.of("hill", "park");

  private static Count count(What what, String group, String need, String area, int by) {
    return new Count(WEEK.monday().plusDays(2), new Spot(group, need, area), what, by);
  }

  @Test
  void aGapIsToldWithWhatIsShownOfItAndNothingElse() {
    Counts counts =
        new Counts(
            List.of(
                count(Measure.ASKED, "park", "lift", "LS6 1", 14),
                count(Measure.ASKED, "park", "shopping", "LS6 3", 20),
                count(Measure.FILLED, "park", "lift", "LS6 1", 6),
                count(Measure.FILLED, "park", "shopping", "LS6 3", 19),
                count(Measure.VOLUNTEERS, "park", "", "LS6 1", 13),
                count(Measure.DRIVERS, "park", "", "LS6 1", 1)));

    Release shown = Release.of(WEEK, counts, List.of("park"));

    assertThat(shown.gaps()).containsExactly("LS6 1");
    assertThat(shown.foremost()).containsEntry("LS6 1", "lift");
    assertThat(shown.capacity().get("LS6 1")).isEqualTo(new Release.Capacity(10, 0));
    assertThat(shown.total(Measure.ASKED)).contains(34);
  }

  @Test
  void whereOneSideCannotBeToldNoneIs() {
    Counts counts =
        new Counts(
            List.of(
                count(Measure.ASKED, "park", "lift", "LS6 1", 4),
                count(Measure.ASKED, "hill", "lift", "LS6 1", 4)));

    Release shown = Release.of(WEEK, counts, GROUPS);

    assertThat(shown.total(Measure.ASKED)).isEmpty();
    assertThat(shown.keys(Measure.ASKED, Spot.Side.NEED)).isEmpty();
  }

  @Test
  void howLongPeopleWaitedIsToldByLimitsAndOfManyOnly() {
    List<Count> waits = new ArrayList<>();
    for (int minutes : List.of(3, 4, 10, 20, 50, 100, 200, 300, 600, 3000)) {
      waits.add(count(Within.of(Duration.ofMinutes(minutes)), "park", "lift", "LS6 1", 1));
      waits.add(count(Measure.FILLED, "park", "lift", "LS6 1", 1));
    }

    Waits told = Release.of(WEEK, new Counts(waits), List.of("park")).waits().orElseThrow();

    assertThat(told.half().most()).contains(Duration.ofHours(1));
    assertThat(told.ninety().flatMap(Within::most)).contains(Duration.ofHours(24));
    Counts four = new Counts(waits.subList(0, 8));
    assertThat(Release.of(WEEK, four, List.of("park")).waits()).isEmpty();
  }

  @Test
  void answersAreToldOnlyWhereEachIsOfManyOrOfNobody() {
    List<Count> answers = new ArrayList<>();
    answers.add(count(Measure.RESIDENT_YES, "park", "lift", "LS6 1", 9));
    answers.add(count(Measure.RESIDENT_NO, "park", "lift", "LS6 1", 5));

    assertThat(Release.of(WEEK, new Counts(answers), GROUPS).answers())
        .containsKey(Measure.RESIDENT_YES);
    answers.add(count(Measure.RESIDENT_PARTLY, "park", "lift", "LS6 1", 1));
    assertThat(Release.of(WEEK, new Counts(answers), GROUPS).answers()).isEmpty();
  }

  /**
   * Whoever knows how it is made, and lays groups' figures beside the cell's: hidden areas and
   * needs could have changed places, and nothing that is shown would be another.
   */
  @Test
  void hiddenPartsCouldHaveChangedPlaces() {
    Random chance = new Random(SEED);
    int hidden = 0;
    for (int round = 0; round < 500; round++) {
      List<Count> counts = new ArrayList<>();
      for (int i = 0; i < 4 + chance.nextInt(12); i++) {
        counts.add(
            count(
                Measure.ASKED,
                GROUPS.get(chance.nextInt(2)),
                "need" + (char) ('a' + chance.nextInt(5)),
                "LS6 " + chance.nextInt(6),
                1 + chance.nextInt(7)));
      }
      Release shown = Release.of(WEEK, new Counts(counts), GROUPS);
      if (shown.total(Measure.ASKED).isEmpty()) continue;
      for (Spot.Side side : List.of(Spot.Side.NEED, Spot.Side.AREA)) {
        for (String part : new Counts(counts).by(side, Measure.ASKED).keySet()) {
          if (shown.of(Measure.ASKED, side, part).isPresent()) continue;
          hidden++;
          List<Count> other = counts.stream().map(c -> swapped(c, side, part, "zz")).toList();
          assertThat(Release.of(WEEK, new Counts(other), GROUPS))
              .as("%s of %s, seed %s", part, counts, SEED)
              .isEqualTo(shown);
        }
      }
    }
    assertThat(hidden).isGreaterThan(100);
  }

  private static Count swapped(Count count, Spot.Side side, String one, String other) {
    Spot s = count.spot();
    if (!side.of(s).equals(one)) return count;
    Spot spot =
        side == Spot.Side.NEED
            ? new Spot(s.group(), other, s.area())
            : new Spot(s.group(), s.need(), other);
    return new Count(count.day(), spot, count.what(), count.by());
  }

  /** From seven days' bands and their week's figure nobody can tell a day of a few. */
  @Test
  void noSmallDayCanBeToldFromItsWeek() {
    Random chance = new Random(SEED);
    for (int round = 0; round < 2000; round++) {
      int[] days = chance.ints(7, 0, chance.nextBoolean() ? 6 : 25).toArray();
      for (int day = 0; day < 7; day++) {
        if (days[day] == 0 || days[day] >= Table.ENOUGH) continue;
        assertThat(couldBeOtherwise(days, day)).as("seed %s, %s", SEED, round).isTrue();
      }
    }
  }

  private static boolean couldBeOtherwise(int[] days, int day) {
    for (int other = 0; other < 7; other++) {
      if (other == day) continue;
      for (int by : new int[] {1, -1}) {
        if (days[other] - by >= 0
            && Band.of(days[day] + by) == Band.of(days[day])
            && Band.of(days[other] - by) == Band.of(days[other])) return true;
      }
    }
    return false;
  }

  @Test
  void figuresAreGivenForWholeWeeks() {
    assertThat(Week.between(LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-23")))
        .extracting(Week::toString)
        .containsExactly("2026-W46", "2026-W47");
  }

  @Test
  void whatIsKeptUnderANameIsReadUnderIt() {
    for (Measure each : Measure.values()) assertThat(What.of(each.key())).contains(each);
    for (int limit = 0; limit <= Within.LIMITS.size(); limit++) {
      assertThat(What.of(new Within(limit).key())).contains(new Within(limit));
    }
    assertThat(What.of("within-99")).isEmpty();
  }
}
