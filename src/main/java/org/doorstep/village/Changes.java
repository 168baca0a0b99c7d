package org.doorstep.village;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells open pages what to look at again. */
final class Changes {

  /**
   * @param what {@code phone}, {@code slack}, {@code clock}, {@code map} or {@code story}
   */
  record Change(String what, @Nullable String id) {}

  private final Sinks.Many<Change> sink = Sinks.many().multicast().directBestEffort();
  private final UnaryOperator<String> phoneNames;

  /**
   * @param phoneNames from an address to the id that the page knows the phone by
   */
  Changes(UnaryOperator<String> phoneNames) {
    this.phoneNames = phoneNames;
  }

  void phone(String address) {
    tell(new Change("phone", phoneNames.apply(address)));
  }

  void slack(String channel) {
    tell(new Change("slack", channel));
  }

  void clock() {
    tell(new Change("clock", null));
  }

  void map() {
    tell(new Change("map", null));
  }

  void story() {
    tell(new Change("story", null));
  }

  private void tell(Change change) {
    sink.emitNext(change, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /**
   * Each change once per tenth of a second. A page too slow to listen misses some, and asks anew.
   */
  Flux<Change> stream() {
    return sink.asFlux()
        .onBackpressureDrop()
        .bufferTimeout(500, Duration.ofMillis(100), true)
        .concatMapIterable(some -> List.copyOf(new LinkedHashSet<>(some)));
  }

  /** Completes when the village stops, so that no open page keeps the server from stopping. */
  Mono<Void> closed() {
    return sink.asFlux().onBackpressureDrop().then();
  }

  void close() {
    sink.emitComplete(Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }
}
