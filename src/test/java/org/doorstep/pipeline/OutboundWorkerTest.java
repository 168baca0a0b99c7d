package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Time is Reactor's virtual time: waits cost nothing, and happen in full. */
class OutboundWorkerTest {

  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final Holding HOLDING = new Holding(new CellId("hyde-park"), "one", 1);

  private final List<String> settled = Collections.synchronizedList(new ArrayList<>());
  private final List<Inbound> reported = Collections.synchronizedList(new ArrayList<>());
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Delivery> answers = new ArrayDeque<>();
  private Messenger.Trace trace = new Messenger.Trace.Unknown();

  @Test
  void whatCannotGoNowIsTriedAgainAndKeepsItsOrder() {
    answers.add(new Delivery.TryLater(Duration.ofSeconds(30), "busy"));
    send(letter("1", "edna"), letter("2", "edna"));
    assertThat(sent).containsExactly("1", "1", "2");
    assertThat(settled).containsExactly("1 TryLater", "1 Sent", "2 Sent");
  }

  @Test
  void anUncertainSendIsLookedUpBeforeAnythingIsSentAgain() {
    answers.add(new Delivery.Uncertain("time-out"));
    trace = new Messenger.Trace.WentOut(new Delivery.Sent("SM1", null));
    send(letter("1", "edna"));
    assertThat(sent).containsExactly("1");
    assertThat(settled).containsExactly("1 Uncertain", "1 Sent");
  }

  @Test
  void whatDidNotGoOutIsSentAgain() {
    answers.add(new Delivery.Uncertain("time-out"));
    trace = new Messenger.Trace.DidNot();
    send(letter("1", "edna"));
    assertThat(sent).containsExactly("1", "1");
  }

  @Test
  void whatAnotherShiftBeganIsLookedUpFirst() {
    trace = new Messenger.Trace.WentOut(new Delivery.Sent("SM1", null));
    Parcel begun = letter("1", "edna");
    send(
        new Parcel(
            begun.cell(), begun.position(), begun.outgoing(), begun.recipient(), null, true));
    assertThat(sent).isEmpty();
    assertThat(settled).containsExactly("1 Sent");
  }

  @Test
  void whoSaidStopGetsNothing() {
    Parcel letter = letter("1", "edna");
    Person stopped = letter.recipient().optedOut(true);
    send(new Parcel(letter.cell(), "1", letter.outgoing(), stopped, null, false));
    assertThat(sent).isEmpty();
    assertThat(settled).containsExactly("1 Dropped");
  }

  @Test
  void whoWasForgottenGetsNothing() {
    Parcel letter = letter("1", "edna");
    send(new Parcel(letter.cell(), "1", letter.outgoing(), null, null, false));
    assertThat(settled).containsExactly("1 Dropped");
  }

  @Test
  void aRefusalComesBackInByTheSameDoor() {
    answers.add(new Delivery.Refused("63003"));
    send(letter("1", "edna"));
    assertThat(reported)
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Reported.class,
            r -> {
              assertThat(r.status()).isEqualTo(DeliveryStatus.FAILED);
              assertThat(r.errorCode()).isEqualTo("63003");
            });
  }

  @Test
  void itGivesUpInTheEndAndSaysSo() {
    for (int i = 0; i < 20; i++) answers.add(new Delivery.TryLater(Duration.ofHours(3), "down"));
    send(letter("1", "edna"));
    assertThat(sent).hasSize(8);
    assertThat(settled).endsWith("1 Refused");
    assertThat(reported).hasSize(1);
  }

  private Parcel letter(String id, String to) {
    PersonId person = new PersonId(to);
    return new Parcel(
        HOLDING.cell(),
        id,
        new Outgoing.ToPerson(
            new OutgoingId(id),
            person,
            Utterance.plain("job.taken", "…"),
            Outgoing.ToPerson.WhenClosed.DROP,
            false,
            null,
            Set.of(person)),
        Person.firstSeen(person, Address.whatsapp("+447700900123"), "en", NOW),
        null,
        false);
  }

  private void send(Parcel... parcels) {
    onVirtualTime(() -> worker().sendAll(ACell.hydePark(), HOLDING, Flux.just(parcels)));
  }

  private static void onVirtualTime(Supplier<Mono<Void>> work) {
    VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    try {
      var done = work.get().toFuture();
      for (int i = 0; i < 100 && !done.isDone(); i++) time.advanceTimeBy(Duration.ofHours(1));
      assertThat(done).isCompleted();
    } finally {
      VirtualTimeScheduler.reset();
    }
  }

  private OutboundWorker worker() {
    return new OutboundWorker(
        new FakeOutbox(),
        new FakeInbox(),
        new SlackWord(new FakeInbox(), InMemoryPorts.fresh().boards(), InstantSource.fixed(NOW)),
        parcel -> Mono.empty(),
        List.of(new FakeMessenger()),
        InstantSource.fixed(NOW),
        Watch.NOBODY);
  }

  private final class FakeMessenger implements Messenger {
    @Override
    public boolean carries(Parcel parcel) {
      return true;
    }

    @Override
    public Mono<Delivery> send(Cell cell, Parcel parcel) {
      sent.add(parcel.outgoing().id().value());
      Delivery answer = answers.poll();
      return Mono.just(answer == null ? new Delivery.Sent("SM", null) : answer);
    }

    @Override
    public Mono<Trace> trace(Cell cell, Parcel parcel) {
      return Mono.just(trace);
    }
  }

  private final class FakeOutbox implements Outbox {
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
      return Mono.just(List.of());
    }

    @Override
    public Mono<Void> attempting(Holding holding, Parcel parcel, Instant now) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now) {
      return Mono.fromRunnable(
          () -> settled.add(parcel.outgoing().id() + " " + delivery.getClass().getSimpleName()));
    }
  }

  private final class FakeInbox implements Inbox {
    @Override
    public Mono<Acceptance> accept(CellId cell, Inbound inbound) {
      reported.add(inbound);
      return Mono.just(Acceptance.NEW);
    }

    @Override
    public Mono<List<Entry>> next(Holding holding, int limit) {
      return Mono.just(List.of());
    }

    @Override
    public Mono<Void> park(Holding holding, Entry entry, String error) {
      return Mono.empty();
    }
  }
}
