package org.doorstep.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.doorstep.cell.Cell;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Works cells for as long as this instance holds them: what came in, what goes out, what rings. Any
 * number of instances may stand by; one works.
 */
public final class Shift {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration RENEW = Duration.ofSeconds(3);
  private static final Duration STAND_BY = Duration.ofSeconds(1);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int ALARMS_AT_ONCE = 100;

  private final String instance;
  private final Holdings holdings;
  private final InboundWorker inbound;
  private final OutboundWorker outbound;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Watch watch;
  private final AtomicLong shifts = new AtomicLong();
  private final AtomicBoolean ending = new AtomicBoolean();

  public Shift(
      String instance,
      Holdings holdings,
      InboundWorker inbound,
      OutboundWorker outbound,
      Alarms alarms,
      InstantSource clock,
      Watch watch) {
    this.instance = instance;
    this.holdings = holdings;
    this.inbound = inbound;
    this.outbound = outbound;
    this.alarms = alarms;
    this.clock = clock;
    this.watch = watch;
  }

  /** Completes after {@link #end} when what was in hand is done. */
  public Mono<Void> work(Cell cell) {
    return Mono.defer(() -> holdings.hold(cell.id(), anew(), LEASE))
        .flatMap(holding -> work(cell, holding).thenReturn(true))
        .doOnError(e -> watch.disturbed(cell.id(), e))
        .onErrorResume(e -> Mono.empty())
        .then(Mono.defer(() -> ending.get() ? Mono.empty() : Mono.delay(STAND_BY)))
        .repeat(() -> !ending.get())
        .then();
  }

  /**
   * A name for each shift: one that broke off is taken over like anybody else's, and what it left
   * unfinished is read again.
   */
  private String anew() {
    return instance + "/" + shifts.incrementAndGet();
  }

  /** Takes nothing new in hand. */
  public void end() {
    ending.set(true);
  }

  private Mono<Void> work(Cell cell, Holding holding) {
    watch.holds(cell.id(), true);
    Mono<Void> all = Mono.when(takeIn(cell, holding), sendOut(cell, holding), ring(holding));
    return all.takeUntilOther(renewing(cell, holding))
        .onErrorResume(e -> holdings.letGo(holding).onErrorComplete().then(Mono.error(e)))
        .then(holdings.letGo(holding))
        .doFinally(signal -> watch.holds(cell.id(), false));
  }

  private Mono<Void> takeIn(Cell cell, Holding holding) {
    return Mono.defer(() -> inbound.round(cell, holding)).repeat(() -> !ending.get()).then();
  }

  private Mono<Void> sendOut(Cell cell, Holding holding) {
    Flux<Parcel> parcels =
        Mono.defer(() -> outbound.next(holding))
            .repeat(() -> !ending.get())
            .concatMapIterable(List::copyOf, 1);
    return outbound.sendAll(cell, holding, parcels);
  }

  private Mono<Void> ring(Holding holding) {
    return Mono.defer(() -> alarms.ring(holding, clock.instant(), ALARMS_AT_ONCE))
        .flatMap(rung -> rung < ALARMS_AT_ONCE ? Mono.delay(TICK) : Mono.just(0L))
        .repeat(() -> !ending.get())
        .then();
  }

  /**
   * Never completes; fails once another instance has the cell. A hiccup of the store is ridden out.
   */
  private Mono<Void> renewing(Cell cell, Holding holding) {
    return Flux.interval(RENEW)
        .onBackpressureDrop()
        .concatMap(
            tick ->
                holdings
                    .hold(cell.id(), holding.instance(), LEASE)
                    .filter(now -> now.epoch() == holding.epoch())
                    .switchIfEmpty(Mono.error(() -> new Lost(holding)))
                    .retryWhen(
                        Retry.fixedDelay(3, Duration.ofSeconds(1))
                            .filter(e -> !(e instanceof Lost))))
        .then();
  }
}
