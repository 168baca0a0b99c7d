package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.cell.ACell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Desk;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class ShiftTest {

  private final List<String> held = new ArrayList<>();
  private final AtomicInteger faults = new AtomicInteger();

  @Test
  void aShiftThatBrokeOffIsTakenOverUnderANewName() {
    VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    try {
      Shift shift = shift();
      var done = shift.work(ACell.hydePark()).toFuture();
      faults.set(1);
      time.advanceTimeBy(Duration.ofSeconds(1));
      time.advanceTimeBy(Duration.ofSeconds(5));
      shift.end();
      time.advanceTimeBy(Duration.ofSeconds(5));
      assertThat(done).isCompleted();
      assertThat(held.stream().distinct().count()).isGreaterThan(1);
    } finally {
      VirtualTimeScheduler.reset();
    }
  }

  private Shift shift() {
    Inbox inbox = new RememberingInbox();
    Alarms alarms =
        (holding, now, limit) ->
            faults.getAndSet(0) > 0
                ? Mono.error(new IllegalStateException("the store hiccups"))
                : Mono.just(0);
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return new Shift(
        "one",
        new OneHolder(),
        new InboundWorker(
            new Idle(),
            null,
            null,
            null,
            new Desk(ShippedTalk.load(), ShippedTalk.understanding()),
            cell -> cell,
            clock,
            Watch.NOBODY),
        new OutboundWorker(
            new Nothing(),
            inbox,
            new SlackWord(inbox, InMemoryPorts.fresh().boards(), clock),
            p -> Mono.empty(),
            List.of(),
            clock,
            Watch.NOBODY),
        alarms,
        clock,
        Watch.NOBODY);
  }

  private final class OneHolder implements Holdings {
    @Override
    public Mono<Holding> hold(CellId cell, String instance, Duration lease) {
      held.add(instance);
      return Mono.just(new Holding(cell, instance, held.stream().distinct().count()));
    }

    @Override
    public Mono<Void> letGo(Holding holding) {
      return Mono.error(new IllegalStateException("the store is away"));
    }
  }

  private static final class Idle implements Inbox {
    @Override
    public Mono<Acceptance> accept(CellId cell, org.doorstep.desk.Inbound inbound) {
      return Mono.just(Acceptance.NEW);
    }

    @Override
    public Mono<List<Entry>> next(Holding holding, int limit) {
      return Mono.delay(Duration.ofMillis(200)).thenReturn(List.of());
    }

    @Override
    public Mono<Void> park(Holding holding, Entry entry, String error) {
      return Mono.empty();
    }
  }

  private static final class Nothing implements Outbox {
    @Override
    public Mono<java.util.Map<String, Instant>> asides(Holding holding) {
      return Mono.just(java.util.Map.of());
    }

    @Override
    public Mono<Void> setAside(Holding holding, Parcel parcel, String place, Instant since) {
      return Mono.empty();
    }

    @Override
    public Mono<List<Parcel>> aside(
        Holding holding, String place, int limit, boolean fromTheFirst) {
      return Mono.just(List.of());
    }

    @Override
    public Mono<Boolean> cleared(Holding holding, String place) {
      return Mono.just(true);
    }

    @Override
    public Mono<Parcel> anchored(Parcel parcel) {
      return Mono.just(parcel);
    }

    @Override
    public Mono<List<Parcel>> next(Holding holding, int limit) {
      return Mono.delay(Duration.ofMillis(200)).thenReturn(List.of());
    }

    @Override
    public Mono<Void> attempting(Holding holding, Parcel parcel, Instant now) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now) {
      return Mono.empty();
    }
  }
}
