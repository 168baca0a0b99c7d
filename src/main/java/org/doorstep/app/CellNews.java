package org.doorstep.app;

import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.pipeline.Inbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Brings word of edited cells to the inbox, whence the officers are told; a store may be away. */
final class CellNews {

  private final LiveCells cells;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Queue<LiveCells.News> untold = new ConcurrentLinkedQueue<>();

  CellNews(LiveCells cells, Inbox inbox, InstantSource clock) {
    this.cells = cells;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** One look; what could not be told is told after a later one. */
  Mono<Void> look() {
    return Mono.fromRunnable(() -> untold.addAll(cells.look()))
        .subscribeOn(Schedulers.boundedElastic())
        .thenMany(Flux.fromIterable(untold))
        .concatMap(news -> tell(news).doOnSuccess(done -> untold.remove(news)))
        .then();
  }

  private Mono<Inbox.Acceptance> tell(LiveCells.News news) {
    InboundId id = new InboundId("edit/" + news.edit() + "/" + news.cell());
    return inbox.accept(news.cell(), new Inbound.CellEdited(id, clock.instant(), news.refused()));
  }
}
