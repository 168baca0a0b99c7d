package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.help.Hill.wanted;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Rules;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

/** The cell of these tests: a nudge after 4 h, a lapse 1 h later, quiet from 22:00 to 07:30. */
class AgeingTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Rules RULES = ACell.hydePark().rules();
  private static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");

  private final Ageing ageing = new Ageing(RULES, LONDON);

  @Test
  void withoutADeadlineTheCellsUsualTimesHold() {
    assertThat(ageing.nudgeAt(NOON, null)).isEqualTo(at("16:00"));
    assertThat(ageing.lapseAt(at("16:00"), null)).isEqualTo(at("17:00"));
    assertThat(ageing.nextWaveAt(NOON, Duration.ofMinutes(5), 1, null)).isEqualTo(at("12:05"));
  }

  @Test
  void aFarDeadlineChangesNothing() {
    Instant nextWeek = NOON.plus(Duration.ofDays(7));
    assertThat(ageing.nudgeAt(NOON, nextWeek)).isEqualTo(at("16:00"));
    assertThat(ageing.lapseAt(at("16:00"), nextWeek)).isEqualTo(at("17:00"));
  }

  @Test
  void aNearDeadlineHalvesWhatIsLeft() {
    assertThat(ageing.nudgeAt(NOON, at("14:00"))).isEqualTo(at("13:00"));
    assertThat(ageing.lapseAt(at("13:00"), at("14:00"))).isEqualTo(at("13:30"));
  }

  @Test
  void nobodyIsPressedWithinTenMinutes() {
    assertThat(ageing.nudgeAt(NOON, at("12:16"))).isEqualTo(at("12:10"));
    assertThat(ageing.lapseAt(NOON, at("12:12"))).isEqualTo(at("12:10"));
  }

  @Test
  void whereThereIsNoTimeBeforeItTheyAreAskedWhenItIsOver() {
    assertThat(ageing.nudgeAt(NOON, at("12:08"))).isEqualTo(at("12:08"));
    assertThat(ageing.lapseAt(NOON, at("12:08"))).isEqualTo(at("12:08"));
  }

  @Test
  void aNudgeThatQuietHoursWouldPutOffPastTheDeadlineComesBeforeThem() {
    Instant evening = at("21:00");
    assertThat(ageing.nudgeAt(evening, at("23:59"))).isEqualTo(at("21:59"));
    assertThat(ageing.nudgeAt(evening, at("23:59").plus(Duration.ofDays(1))))
        .isEqualTo(at("07:30").plus(Duration.ofDays(1)));
  }

  @Test
  void wavesShareWhatIsLeft() {
    assertThat(ageing.nextWaveAt(NOON, Duration.ofMinutes(15), 1, at("12:12")))
        .isEqualTo(at("12:04"));
    assertThat(ageing.nextWaveAt(NOON, Duration.ofMinutes(15), 3, at("12:02")))
        .isEqualTo(at("12:01"));
  }

  @Test
  void nobodyHasToAnswerInQuietHours() {
    Kept assigned = wanted().request().assignedTo(new PersonId("amy"), NOON);
    assertThat(ageing.answerBy(assigned, NOON, null)).isEqualTo(at("16:00"));
    assertThat(ageing.answerBy(assigned, at("20:00"), null))
        .as("two hours in the evening, two in the morning")
        .isEqualTo(at("09:30").plus(Duration.ofDays(1)));
    assertThat(ageing.answerBy(assigned.asked(at("21:50")), at("21:50"), null))
        .isEqualTo(at("07:35").plus(Duration.ofDays(1)));
    assertThat(ageing.answerBy(assigned, at("20:00"), at("21:00"))).isEqualTo(at("20:30"));
  }

  @Test
  void aFreshYesStandsForAsLongAsTheRulesSay() {
    assertThat(ageing.fresh(NOON, at("13:00"))).isTrue();
    assertThat(ageing.fresh(NOON, at("13:01"))).isFalse();
  }

  /** Across both changes of the clocks. */
  @Test
  void noNudgeFallsIntoQuietHoursAndNoneThatIsBeforeTheDeadlineIsPutOffPastIt() {
    long seed = RandomGenerator.getDefault().nextLong();
    System.out.println("AgeingTest seed " + seed);
    RandomGenerator chance = RandomGeneratorFactory.getDefault().create(seed);
    for (int i = 0; i < 200_000; i++) {
      Instant since =
          Instant.parse(chance.nextBoolean() ? "2026-10-24T00:00:00Z" : "2026-03-28T00:00:00Z")
              .plusSeconds(chance.nextInt(3 * 86_400));
      Instant deadline = since.plusSeconds(chance.nextInt(-3600, 3 * 86_400));
      Instant nudge = ageing.nudgeAt(since, deadline);
      assertThat(RULES.quietHours().cover(nudge, LONDON)).as("%s %s", since, deadline).isFalse();
      assertThat(nudge).isAfterOrEqualTo(since);
      Instant lapse = ageing.lapseAt(nudge, deadline);
      assertThat(lapse).isAfterOrEqualTo(nudge);
      if (deadline.isAfter(nudge)) assertThat(lapse).isBeforeOrEqualTo(deadline);
    }
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-18T" + time + ":00Z");
  }
}
