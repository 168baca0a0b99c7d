package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.cell.QuietHours;
import org.doorstep.cell.Rules;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The days of a rhythm, and the hours around each of them; the clocks go back on 25 October. */
@NullUnmarked
class TimetableTest {

  private static final ZoneId LEEDS = ZoneId.of("Europe/London");
  private static final Rules RULES = ACell.hydePark().rules();
  private static final QuietHours QUIET = RULES.quietHours();

  private final Timetable timetable = new Timetable(RULES, LEEDS);

  @Test
  void aRhythmGoesOnFromItsFirstDay() {
    assertThat(days(Recurrence.DAILY, "2026-10-24", 2)).containsExactly("2026-10-25", "2026-10-26");
    assertThat(days(Recurrence.WEEKDAYS, "2026-10-22", 3))
        .containsExactly("2026-10-23", "2026-10-26", "2026-10-27");
    assertThat(days(Recurrence.WEEKLY, "2026-12-28", 1)).containsExactly("2027-01-04");
    assertThat(days(Recurrence.FORTNIGHTLY, "2026-10-20", 1)).containsExactly("2026-11-03");
  }

  @Test
  void theThirtyFirstIsTheLastOfEachMonthAndStaysTheThirtyFirst() {
    assertThat(days(Recurrence.MONTHLY, "2026-12-31", 4))
        .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
  }

  @Test
  void whatComesEachWeekIsPreparedADayBeforeAtTheSameTimeOfDay() {
    assertThat(opens(Recurrence.WEEKLY, "2026-10-18", at(LocalTime.of(10, 0))))
        .as("the clocks go back in between")
        .isEqualTo("2026-10-24T09:00:00Z");
    assertThat(opens(Recurrence.WEEKLY, "2026-10-11", at(LocalTime.of(10, 0))))
        .isEqualTo("2026-10-17T09:00:00Z");
  }

  @Test
  void whatComesEachDayIsPreparedThreeHoursBeforeAndNeverAtNight() {
    assertThat(opens(Recurrence.DAILY, "2026-10-20", at(LocalTime.of(14, 0))))
        .isEqualTo("2026-10-21T10:00:00Z");
    Instant early = Instant.parse(opens(Recurrence.DAILY, "2026-10-20", at(LocalTime.of(7, 0))));
    assertThat(early).isBefore("2026-10-21T06:00:00Z").isAfter("2026-10-20T12:00:00Z");
    for (int hour = 0; hour < 24; hour++) {
      Instant opens =
          Instant.parse(opens(Recurrence.DAILY, "2026-10-23", at(LocalTime.of(hour, 0))));
      assertThat(QUIET.cover(opens, LEEDS)).as("for %d o'clock: %s", hour, opens).isFalse();
    }
  }

  @Test
  void nobodyIsAskedHowItWentBeforeItIsOver() {
    Instant before = Instant.parse("2026-10-24T08:00:00Z");
    LocalDate day = LocalDate.parse("2026-10-25");
    assertThat(timetable.askAfter(day, at(LocalTime.of(10, 0)), before))
        .isEqualTo("2026-10-25T11:00:00Z");
    assertThat(timetable.askAfter(day, in(PartOfDay.AFTERNOON), before))
        .isEqualTo("2026-10-25T17:00:00Z");
    assertThat(timetable.askAfter(day, in(null), before)).isEqualTo("2026-10-25T18:00:00Z");
    Instant after = Instant.parse("2026-10-25T19:00:00Z");
    assertThat(timetable.askAfter(day, in(null), after)).isEqualTo(after.plus(Duration.ofHours(1)));
    assertThat(QUIET.cover(timetable.askAfter(day, in(PartOfDay.NIGHT), before), LEEDS)).isFalse();
  }

  // ---- help

  private static List<String> days(Recurrence rhythm, String first, int count) {
    LocalDate from = LocalDate.parse(first);
    List<String> days = new ArrayList<>();
    LocalDate day = from;
    for (int i = 0; i < count; i++) {
      day = rhythm.after(day, from);
      days.add(day.toString());
    }
    return days;
  }

  /** When the second time is prepared. */
  private String opens(Recurrence rhythm, String first, When when) {
    LocalDate day = LocalDate.parse(first);
    Particulars wanted =
        Samples.particulars("rabcdef1", new PersonId("edna"))
            .wanted(new When(day, when.part(), when.time(), false, false, rhythm));
    return timetable.opens(Arrangement.of(wanted, rhythm, day)).toString();
  }

  private static When at(LocalTime time) {
    return new When(null, null, time, false, false, null);
  }

  private static When in(PartOfDay part) {
    return new When(null, part, null, false, false, null);
  }
}
