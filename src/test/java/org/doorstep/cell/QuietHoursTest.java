package org.doorstep.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30));

  @ParameterizedTest
  @CsvSource({
    "2026-03-18T21:59:59Z, 2026-03-18T21:59:59Z",
    "2026-03-18T22:00:00Z, 2026-03-19T07:30:00Z",
    "2026-03-19T07:29:59Z, 2026-03-19T07:30:00Z",
    "2026-03-19T07:30:00Z, 2026-03-19T07:30:00Z",
    // summer time: 22:00 in London is 21:00 UTC
    "2026-07-01T21:00:00Z, 2026-07-02T06:30:00Z",
    // the night on which the clocks go back, 25 October 2026
    "2026-10-24T22:00:00Z, 2026-10-25T07:30:00Z"
  })
  void nobodyIsWokenBeforeTheNightIsOver(Instant asked, Instant allowed) {
    assertThat(NIGHT.endAfter(asked, LONDON)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-18T12:00:00Z, PT4H, 2026-03-18T16:00:00Z",
    "2026-03-18T21:00:00Z, PT1H, 2026-03-19T07:30:00Z",
    "2026-03-18T21:00:00Z, PT90M, 2026-03-19T08:00:00Z",
    "2026-03-18T23:00:00Z, PT1H, 2026-03-19T08:30:00Z",
    // a day of fourteen and a half hours, and half an hour of the one after it
    "2026-03-19T07:30:00Z, PT15H, 2026-03-20T08:00:00Z",
    // over the night on which the clocks go forward, 29 March 2026
    "2026-03-28T21:00:00Z, PT2H, 2026-03-29T07:30:00Z"
  })
  void quietHoursDoNotCount(Instant since, Duration awake, Instant passed) {
    assertThat(NIGHT.after(awake, since, LONDON)).isEqualTo(passed);
  }

  @Test
  void equalEndsMeanNever() {
    QuietHours never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    Instant midnight = Instant.parse("2026-03-18T00:00:00Z");
    assertThat(never.cover(midnight, LONDON)).isFalse();
    assertThat(never.after(Duration.ofDays(2), midnight, LONDON)).isEqualTo("2026-03-20T00:00:00Z");
  }
}
