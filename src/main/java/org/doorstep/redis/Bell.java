package org.doorstep.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells readers in this process that something was written, so that they need not look often. What
 * another process writes is found at the next look.
 */
final class Bell {

  private final Map<String, Long> rings = new ConcurrentHashMap<>();
  private final Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();

  void ring(String name) {
    rings.merge(name, 1L, Long::sum);
    synchronized (sink) {
      sink.tryEmitNext(name);
    }
  }

  /** To be asked before looking, and handed to {@link #await}, so that no ring is missed. */
  long heard(String name) {
    return rings.getOrDefault(name, 0L);
  }

  /** Completes with the next ring after {@code heard}, or when patience is over. */
  Mono<Void> await(String name, long heard, Duration patience) {
    Flux<String> next = sink.asFlux().filter(name::equals);
    Mono<String> missed = Mono.fromSupplier(() -> name).filter(n -> heard(n) != heard);
    return Flux.merge(next, missed).next().timeout(patience, Mono.empty()).then();
  }
}
