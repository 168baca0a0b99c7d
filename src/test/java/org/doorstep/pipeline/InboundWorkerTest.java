package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Desk;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

@NullUnmarked
class InboundWorkerTest {

  private static final Cell CELL = Samples.CELL;

  private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
  private final Ports ports = InMemoryPorts.fresh();
  private final List<Watch.Handling> handled = new ArrayList<>();
  private RuntimeException fault;

  @AfterEach
  void backToRealTime() {
    VirtualTimeScheduler.reset();
  }

  @Test
  void aMessageWaitsForAStoreThatIsAwayAndIsThenDone() {
    fault = new Away(new IllegalStateException("OOM"));
    var round = round();
    time.advanceTimeBy(Duration.ofMinutes(10));
    assertThat(handled).isEmpty();
    assertThat(round).isNotDone();

    fault = null;
    time.advanceTimeBy(Duration.ofSeconds(5));
    assertThat(handled).containsExactly(Watch.Handling.DONE);
    assertThat(round).isCompleted();
  }

  @Test
  void aMessageThatCannotBeHandledIsPutAside() {
    fault = new IllegalStateException("a bug");
    var round = round();
    time.advanceTimeBy(Duration.ofSeconds(10));
    assertThat(handled).containsExactly(Watch.Handling.PARKED);
    assertThat(round).isCompleted();
  }

  private CompletableFuture<Integer> round() {
    Holding holding =
        ports
            .holdings()
            .hold(CELL.id(), "one", Duration.ofSeconds(10))
            .blockOptional()
            .orElseThrow();
    ports.inbox().accept(CELL.id(), Samples.said("1", "+447700900901", "STOP")).block();
    InstantSource clock = InstantSource.fixed(Samples.NOW);
    return new InboundWorker(
            ports.inbox(),
            new Faulty(),
            ports.claims(),
            new Enquiries(
                new NoMap(),
                ports.volunteers(),
                ports.boards(),
                p -> Mono.empty(),
                ports.directory()),
            new Desk(ShippedTalk.load(), ShippedTalk.understanding()),
            cell -> cell,
            clock,
            new Remembering())
        .round(CELL, holding)
        .toFuture();
  }

  private static final class NoMap implements Gazetteer {
    @Override
    public Mono<PlaceAnswer> find(CellId cell, String text) {
      return Mono.just(new PlaceAnswer.Unknown());
    }

    @Override
    public Mono<Place> around(CellId cell, Point point) {
      return Mono.empty();
    }
  }

  private final class Faulty implements Casebook {
    @Override
    public Mono<Dossier> open(Cell cell, Holding holding, Inbox.Entry entry, Instant now) {
      return ports.casebook().open(cell, holding, entry, now);
    }

    @Override
    public Mono<Outcome> commit(
        Holding holding, Inbox.Entry entry, Dossier dossier, Decision.Settled d, Instant now) {
      return fault != null
          ? Mono.error(fault)
          : ports.casebook().commit(holding, entry, dossier, d, now);
    }
  }

  private final class Remembering implements Watch {
    @Override
    public void handled(CellId cell, Inbound inbound, Handling result, Duration since) {
      handled.add(result);
    }

    @Override
    public void claimed(ClaimOutcome outcome) {}

    @Override
    public void settled(Outgoing outgoing, Delivery delivery) {}

    @Override
    public void failed(CellId cell, Inbound inbound, Throwable error, boolean parked) {}

    @Override
    public void disturbed(CellId cell, Throwable error) {}

    @Override
    public void waiting(CellId cell, long inbox, long outbox, long parked) {}

    @Override
    public void late(CellId cell, Duration behind) {}

    @Override
    public void holds(CellId cell, boolean held) {}
  }
}
