package org.doorstep.pipeline;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A provider's blocking SDK: so many calls at once, on virtual threads, each with a time-out. */
public final class BlockingCalls implements AutoCloseable {

  private static final int WAITING = 10_000;

  private final Scheduler scheduler;
  private final Duration limit;

  /**
   * @param limit of one call; waiting for a free thread may take as long again
   */
  public BlockingCalls(String name, int width, Duration limit) {
    this.scheduler =
        Schedulers.newBoundedElastic(
            width, WAITING, Thread.ofVirtual().name(name + "-", 0).factory(), 60);
    this.limit = limit;
  }

  /**
   * Never fails. What the call throws is for {@code call} to turn into a delivery; an attempt that
   * never began is {@code TryLater}, one that did not end is {@code Uncertain}.
   */
  public Mono<Delivery> deliver(Callable<Delivery> call) {
    return Mono.defer(
        () -> {
          AtomicBoolean began = new AtomicBoolean();
          return Mono.fromCallable(
                  () -> {
                    began.set(true);
                    return call.call();
                  })
              .subscribeOn(scheduler)
              .timeout(limit.multipliedBy(2))
              .onErrorResume(RejectedExecutionException.class, e -> Mono.just(busy()))
              .onErrorResume(
                  e -> Mono.just(began.get() ? new Delivery.Uncertain("no-answer") : busy()));
        });
  }

  /** Looks something up; {@code otherwise} when that fails or takes too long. */
  public <T> Mono<T> ask(Callable<T> call, T otherwise) {
    return Mono.fromCallable(call)
        .subscribeOn(scheduler)
        .timeout(limit.multipliedBy(2))
        .onErrorReturn(otherwise);
  }

  private static Delivery busy() {
    return new Delivery.TryLater(Duration.ofSeconds(2), "busy");
  }

  @Override
  public void close() {
    scheduler.dispose();
  }
}
