package org.doorstep.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.doorstep.redis.RedisRoom;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Conversations and cells are edited while the service runs: looks for it, and tells of mistakes.
 */
@Configuration(proxyBeanMethods = false)
class Editing {

  private static final Duration EVERY = Duration.ofSeconds(2);

  @Bean
  Watching watching(LiveSpeech speech, MeterRegistry registry) {
    Gauge.builder("doorstep.flows.refused", speech, live -> live.refused().size())
        .description("Mistakes in an edit of the conversations that is therefore not used")
        .register(registry);
    return new Watching(
        () -> Mono.<Void>fromRunnable(speech::look).subscribeOn(Schedulers.boundedElastic()));
  }

  @Bean
  Watching watchingCells(
      LiveCells cells, RedisRoom redis, InstantSource clock, MeterRegistry registry) {
    Gauge.builder("doorstep.cells.refused", cells, live -> live.refused().size())
        .description("Mistakes in an edit of the cells that is therefore not used")
        .register(registry);
    return new Watching(new CellNews(cells, redis.inbox(), clock)::look);
  }

  @Bean
  ReactiveHealthIndicator rulesHealthIndicator(LiveCells cells) {
    return () ->
        Mono.fromSupplier(
            () -> Health.up().withDetail("mistakes-in-edit", cells.refused().size()).build());
  }

  /** An edit that is not used is no reason to send nobody here: what was said before is said. */
  @Bean
  ReactiveHealthIndicator flowsHealthIndicator(LiveSpeech speech) {
    return () ->
        Mono.fromSupplier(
            () -> Health.up().withDetail("mistakes-in-edit", speech.refused().size()).build());
  }

  /** Looks every few seconds. */
  static final class Watching implements SmartLifecycle {

    private final Supplier<Mono<Void>> look;
    private volatile Disposable looking = Disposables.disposed();

    Watching(Supplier<Mono<Void>> look) {
      this.look = look;
    }

    @Override
    public void start() {
      looking =
          Flux.interval(EVERY)
              .onBackpressureDrop()
              .concatMap(tick -> Mono.defer(look).onErrorComplete(), 1)
              .subscribe();
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
}
