package org.doorstep.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.doorstep.cell.Cell;
import org.doorstep.pipeline.Watch;
import org.doorstep.redis.Gauges;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every few seconds at how much waits in each cell. */
final class Lookout implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final List<Cell> cells;
  private final Gauges gauges;
  private final Watch watch;
  private final InstantSource clock;
  private volatile Disposable looking = Disposables.disposed();

  Lookout(List<Cell> cells, Gauges gauges, Watch watch, InstantSource clock) {
    this.cells = List.copyOf(cells);
    this.gauges = gauges;
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public void start() {
    looking = Flux.interval(EVERY).onBackpressureDrop().concatMap(tick -> round()).subscribe();
  }

  /** A store that is away shows elsewhere; looking goes on. */
  Mono<Void> round() {
    return Flux.fromIterable(cells).concatMap(this::look).onErrorComplete().then();
  }

  private Mono<Void> look(Cell cell) {
    return gauges
        .read(cell.id(), clock.instant())
        .doOnNext(
            now -> {
              watch.waiting(cell.id(), now.inbox(), now.outbox() + now.urgent(), now.parked());
              watch.late(cell.id(), now.alarmsLate());
            })
        .then();
  }

  @Override
  public void stop() {
    looking.dispose();
  }

  @Override
  public boolean isRunning() {
    return !looking.isDisposed();
  }
}
