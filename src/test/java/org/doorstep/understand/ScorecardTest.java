package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.doorstep.understand.Scorecard.Measure;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private final Scorecard card = new Scorecard("some", List.of("second", "first"));

  @Test
  void labelsArePooledOverAllLines() {
    card.sets("needs", Set.of("lift", "errand"), Set.of("lift", "money"), "one");
    card.sets("needs", Set.of("lift"), Set.of("lift"), "two");
    card.sets("needs", Set.of(), Set.of(), "three");

    Measure.Sets needs = (Measure.Sets) card.measure("needs");
    assertThat(needs.total()).isEqualTo(new Counts(2, 1, 1));
    assertThat(needs.total().f1()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(needs.labels())
        .containsEntry("lift", new Counts(2, 0, 0))
        .containsEntry("money", new Counts(0, 1, 0))
        .containsEntry("errand", new Counts(0, 0, 1));
    assertThat(needs.lines()).hasSize(3);
  }

  @Test
  void whatWasMissedIsTold() {
    card.same("date", "Friday", null, "on friday\nplease");
    card.same("date", null, null, "no day");

    assertThat(card.misses()).containsExactly("[date] Friday, read null | on friday please");
    assertThat(card.measure("date")).isEqualTo(new Measure.Share("date", 1, 2));
  }

  @Test
  void whatIsMadeUpIsCountedAmongLinesThatHaveNone() {
    card.madeUp("date made up", null, "a");
    card.madeUp("date made up", "Friday", "b");

    assertThat(card.measure("date made up")).isEqualTo(new Measure.Share("date made up", 1, 2));
  }

  @Test
  void measuresComeInTheirOrderAndOnlyIfTheyWereAskedFor() {
    card.share("third", true);
    card.share("first", true);

    assertThat(card.measures()).extracting(Measure::name).containsExactly("first", "third");
  }

  @Test
  void precisionAndRecallOfNothingAreFull() {
    assertThat(Counts.NONE.precision()).isEqualTo(1);
    assertThat(Counts.NONE.recall()).isEqualTo(1);
    assertThat(new Counts(1, 3, 1).precision()).isEqualTo(0.25);
    assertThat(new Counts(1, 3, 1).recall()).isEqualTo(0.5);
  }
}
