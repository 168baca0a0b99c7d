package org.doorstep.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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

/** Conversations are edited while the service runs: looks for edits, and tells of bad ones. */
@Configuration(proxyBeanMethods = false)
class Editing {

  private static final Duration EVERY = Duration.ofSeconds(2);

  @Bean
  Watching watching(LiveSpeech speech, MeterRegistry registry) {
    Gauge.builder("doorstep.flows.refused", speech, live -> live.refused().size())
        .description("Mistakes in an edit of the conversations that is therefore not used")
        .register(registry);
    return new Watching(speech);
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

    private final LiveSpeech speech;
    private volatile Disposable looking = Disposables.disposed();

    Watching(LiveSpeech speech) {
      this.speech = speech;
    }

    @Override
    public void start() {
      looking =
          Flux.interval(EVERY)
              .onBackpressureDrop()
              .concatMap(tick -> look().onErrorComplete(), 1)
              .subscribe();
    }

    private Mono<Void> look() {
      return Mono.<Void>fromRunnable(speech::look).subscribeOn(Schedulers.boundedElastic());
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
