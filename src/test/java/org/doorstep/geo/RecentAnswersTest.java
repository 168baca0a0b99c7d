package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.doorstep.place.PlaceAnswer;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

  private final RecentAnswers recent =
      new RecentAnswers(2, InstantSource.fixed(Instant.parse("2026-03-03T18:00:00Z")));

  @Test
  void theLeastUsedIsForgottenFirst() {
    recent.put("a", new PlaceAnswer.Unknown());
    recent.put("b", new PlaceAnswer.Unknown());
    recent.get("a");
    recent.put("c", new PlaceAnswer.Unknown());
    assertThat(recent.get("a")).isPresent();
    assertThat(recent.get("b")).isEmpty();
    assertThat(recent.get("c")).isPresent();
  }

  @Test
  void thatNobodyAnsweredIsNotAnAnswer() {
    recent.put("a", new PlaceAnswer.Unreachable());
    assertThat(recent.get("a")).isEmpty();
  }
}
