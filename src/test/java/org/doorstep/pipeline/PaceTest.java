package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Card;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class PaceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Pace pace = new Pace(nanos::get);

  @Test
  void aChannelTakesAShortBurstThenOneASecond() {
    StepVerifier.withVirtualTime(
            () -> {
              for (int i = 0; i < 5; i++) assertThat(pace.take(post("C1", false)).block()).isNull();
              return pace.take(post("C1", false));
            })
        .expectSubscription()
        .expectNoEvent(Duration.ofMillis(999))
        .thenAwait(Duration.ofMillis(1))
        .verifyComplete();
  }

  @Test
  void channelsDoNotWaitForEachOther() {
    for (int i = 0; i < 20; i++) pace.take(post("C1", true)).block();
    assertThat(pace.take(post("C2", false)).blockOptional(Duration.ofMillis(500))).isEmpty();
  }

  @Test
  void whatIsUrgentGoesAhead() {
    for (int i = 0; i < 100; i++) {
      assertThat(pace.take(post("C1", true)).blockOptional(Duration.ofMillis(500))).isEmpty();
    }
  }

  @Test
  void pagesOfAllPeopleTogetherKeepToATier() {
    StepVerifier.withVirtualTime(
            () -> {
              for (int i = 0; i < 5; i++) pace.take(home("U" + i)).block();
              return pace.take(home("U9"));
            })
        .expectSubscription()
        .expectNoEvent(Duration.ofMillis(699))
        .thenAwait(Duration.ofMillis(1))
        .verifyComplete();
  }

  private static Parcel home(String user) {
    return new Parcel(new CellId("hyde-park"), "1", Samples.home("o", user), null, null, false);
  }

  private static Parcel post(String channel, boolean urgent) {
    Card card = new Card("t", java.util.List.of(), null, java.util.List.of());
    return new Parcel(
        new CellId("hyde-park"),
        "1",
        new Outgoing.Post(new OutgoingId("o"), channel, "job/r", card, urgent, Set.of()),
        null,
        null,
        false);
  }
}
