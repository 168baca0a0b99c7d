package org.doorstep.understand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Recurrence;
import org.doorstep.help.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as they are written, alone or in a sentence. */
class AnswersTest {

  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private final Understanding understanding = Vocabularies.all();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tmrw | 2026-03-19",
        "no, Thursday | 2026-03-19",
        "Wednesday | 2026-03-25",
        "next tuesday | 2026-03-24",
        "this friday | 2026-03-20",
        "a week on Friday | 2026-03-27",
        "friday week | 2026-03-27",
        "fortnight today | 2026-04-01",
        "20/3 | 2026-03-20",
        "3/9 | 2026-09-03",
        "the 25th | 2026-03-25",
        "the 9th | 2026-04-09",
        "6th of May | 2026-05-06",
        "May 6th | 2026-05-06",
        "the weekend | 2026-03-21",
        "next week | 2026-03-23",
        "by end of day | 2026-03-18",
        "tonight | 2026-03-18",
        "day after tomorrow | 2026-03-20",
        "in 3 days | 2026-03-21",
        "wensday pls | 2026-03-25",
        "xmas eve | 2026-12-24",
        "good friday | 2026-04-03",
        "august bank holiday weekend | 2026-08-29",
        "22nd-26th | 2026-03-22",
        "by the end of may | 2026-05-31",
        "not today, tomorrow | 2026-03-19",
        "the week after next | 2026-03-30",
        "Sorry I meant Saturday | 2026-03-21",
        "need a lift to the dentist on Monday, she's sat at home on her own | 2026-03-23",
      })
  void aDayIsReadWithUkHabits(String text, String date) {
    assertThat(when(text).date()).isEqualTo(LocalDate.parse(date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "half 2 | 14:30",
        "half four | 16:30",
        "tomorrow at 9 | 09:00",
        "after 5 | 17:00",
        "3-5pm | 15:00",
        "noon | 12:00",
        "quarter past 10 | 10:15",
        "ten to 3 | 14:50",
        "fri 9.20 | 09:20",
        "2.40pm | 14:40",
        "11 oclock | 11:00",
        "10am | 10:00",
        "between 2 and 4 | 14:00",
        "half 7 tomorrow evening | 19:30",
      })
  void aTimeOfDayIsReadInTheSenseThatFits(String text, String time) {
    assertThat(when(text).time()).isEqualTo(LocalTime.parse(time));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thursday morning | MORNING",
        "teatime | EVENING",
        "tonight | EVENING",
        "lunchtime tomorrow | AFTERNOON",
        "first thing | MORNING",
        "sunday pm | AFTERNOON",
        "by 12 tomorrow | MORNING",
        "overnight | NIGHT",
      })
  void aPartOfTheDayIsReadFromWordsOrTheClock(String text, PartOfDay part) {
    assertThat(when(text).part()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "every day,DAILY",
    "mon to fri,WEEKDAYS",
    "weekly please,WEEKLY",
    "every tuesday,WEEKLY",
    "every other thursday,FORTNIGHTLY",
    "once a month,MONTHLY",
  })
  void whatIsWantedMoreThanOnceIsToldApart(String text, Recurrence recurring) {
    assertThat(when(text).recurring()).isEqualTo(recurring);
  }

  @Test
  void asSoonAsPossibleHasNoDate() {
    assertThat(when("asap")).isEqualTo(When.asSoonAsPossible());
    assertThat(when("its urgent")).isEqualTo(When.asSoonAsPossible());
  }

  @Test
  void noRushMeansAnyDay() {
    assertThat(when("no rush")).isEqualTo(When.whenever());
    assertThat(when("whenever suits")).isEqualTo(When.whenever());
  }

  @Test
  void aDeadlineIsNoAppointment() {
    assertThat(when("by saturday").by()).isTrue();
    assertThat(when("on saturday").by()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "may I ask who this is",
        "he is sat at home all day",
        "the sun is out",
        "this is the second time of asking",
        "mum is 83 years old and needs shopping",
        "good morning all, need some milk",
        "I live on the 3rd floor and need my bins out",
        "LS6",
        "she has not been out since friday",
      })
  void whatOnlyLooksLikeATimeIsNone(String text) {
    Found<When> found = understanding.read(text, NOW).when();
    assertThat(found == null || found.value().isWhenever() || !found.sure()).isTrue();
  }

  @Test
  void theWordsThatNameTheTimeAreMarked() {
    String text = "Could someone get milk on Friday morning please";
    Found<When> found = requireNonNull(understanding.read(text, NOW).when());
    assertThat(text.substring(found.start(), found.end())).contains("Friday morning");
  }

  private When when(String text) {
    return requireNonNull(understanding.read(text, NOW).when(), "a time is named").value();
  }
}
