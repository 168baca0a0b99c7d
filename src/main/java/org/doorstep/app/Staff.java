package org.doorstep.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Works the cells while the service runs. It begins after the web server answers and ends before it
 * stops, and an end waits for what is in hand.
 */
final class Staff implements SmartLifecycle, Readiness.Progress {

  private final List<Cell> cells;
  private final Function<Cell, Mono<Void>> work;
  private final Runnable end;
  private final Set<CellId> given = ConcurrentHashMap.newKeySet();
  private volatile Sinks.Empty<Void> home = Sinks.empty();
  private volatile @Nullable Disposable working;

  /**
   * @param work completes after {@code end}, when what was in hand is done
   */
  Staff(List<Cell> cells, Function<Cell, Mono<Void>> work, Runnable end) {
    this.cells = List.copyOf(cells);
    this.work = work;
    this.end = end;
  }

  @Override
  public void start() {
    home = Sinks.empty();
    working =
        Flux.fromIterable(cells)
            .flatMap(this::workUntilTheEnd, Math.max(1, cells.size()))
            .doFinally(signal -> home.tryEmitEmpty())
            .subscribe();
  }

  private Mono<Void> workUntilTheEnd(Cell cell) {
    return Mono.defer(() -> work.apply(cell))
        .onErrorComplete()
        .doFinally(signal -> given.add(cell.id()));
  }

  /** Spring waits for the callback as long as a phase of the shutdown may take. */
  @Override
  public void stop(Runnable callback) {
    end.run();
    home.asMono().doFinally(signal -> callback.run()).subscribe();
  }

  @Override
  public void stop() {
    end.run();
  }

  @Override
  public boolean isRunning() {
    Disposable now = working;
    return now != null && !now.isDisposed();
  }

  /** Work on a cell never ends by itself. */
  @Override
  public Mono<String> stuckBecause() {
    return Mono.justOrEmpty(given.stream().findFirst())
        .map(cell -> "work on " + cell + " has ended");
  }
}
