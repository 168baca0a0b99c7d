package org.doorstep.app;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Whether calls should be sent here: the store answers, and the cells are being worked. Liveness
 * asks neither: a restart would not bring a Redis back.
 */
@Configuration(proxyBeanMethods = false)
class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Completes when the store answers. Boot calls the health indicator {@code store}. */
  @FunctionalInterface
  interface Pulse {
    Mono<Void> beat();
  }

  /** Why work on the cells is stuck; empty while it goes on, here or on another instance. */
  @FunctionalInterface
  interface Progress {
    Mono<String> stuckBecause();
  }

  @Bean
  ReactiveHealthIndicator storeHealthIndicator(ObjectProvider<Pulse> pulse) {
    return () ->
        Mono.justOrEmpty(pulse.getIfAvailable())
            .flatMap(p -> p.beat().timeout(PATIENCE).thenReturn(Health.up().build()))
            .switchIfEmpty(Mono.fromSupplier(() -> Health.outOfService().build()))
            .onErrorResume(e -> Mono.just(Health.down().withDetail("why", name(e)).build()));
  }

  @Bean
  ReactiveHealthIndicator cellsHealthIndicator(ObjectProvider<Progress> progress) {
    return () ->
        Mono.justOrEmpty(progress.getIfAvailable())
            .flatMap(Readiness::look)
            .switchIfEmpty(Mono.fromSupplier(() -> Health.outOfService().build()));
  }

  private static Mono<Health> look(Progress progress) {
    return progress
        .stuckBecause()
        .map(why -> Health.down().withDetail("why", why).build())
        .switchIfEmpty(Mono.fromSupplier(() -> Health.up().build()))
        .timeout(PATIENCE)
        .onErrorResume(e -> Mono.just(Health.down().withDetail("why", name(e)).build()));
  }

  private static String name(Throwable error) {
    return error instanceof TimeoutException ? "no answer" : error.getClass().getSimpleName();
  }
}
