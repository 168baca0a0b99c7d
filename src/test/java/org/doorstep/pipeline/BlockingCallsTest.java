package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BlockingCallsTest {

  private static final Delivery SENT = new Delivery.Sent("SM1", null);

  @Test
  void aCallThatEndsIsItsDelivery() {
    try (BlockingCalls calls = new BlockingCalls("test", 1, Duration.ofSeconds(10))) {
      assertThat(calls.deliver(() -> SENT).block()).isEqualTo(SENT);
    }
  }

  @Test
  void aCallThatDoesNotEndIsUncertainAndThoseBehindItComeLater() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (BlockingCalls calls = new BlockingCalls("test", 1, Duration.ofMillis(200))) {
      Mono<Delivery> hanging =
          calls
              .deliver(
                  () -> {
                    began.countDown();
                    boolean stuck = true;
                    while (stuck) {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        stuck = never.getCount() > 0;
                      }
                    }
                    return SENT;
                  })
              .cache();
      hanging.subscribe();
      began.await();
      assertThat(calls.deliver(() -> SENT).block()).isInstanceOf(Delivery.TryLater.class);
      assertThat(hanging.block()).isInstanceOf(Delivery.Uncertain.class);
      never.countDown();
    }
  }

  @Test
  void whatACallThrowsLeavesItUncertain() {
    try (BlockingCalls calls = new BlockingCalls("test", 1, Duration.ofSeconds(10))) {
      Mono<Delivery> thrown =
          calls.deliver(
              () -> {
                throw new IllegalStateException("made up");
              });
      assertThat(thrown.block()).isInstanceOf(Delivery.Uncertain.class);
    }
  }

  @Test
  void aQuestionThatCannotBeAnsweredHasItsOtherwise() {
    try (BlockingCalls calls = new BlockingCalls("test", 1, Duration.ofSeconds(10))) {
      assertThat(calls.ask(() -> "yes", "no").block()).isEqualTo("yes");
      Mono<String> failing =
          calls.ask(
              () -> {
                throw new IllegalStateException("made up");
              },
              "no");
      assertThat(failing.block()).isEqualTo("no");
    }
  }
}
