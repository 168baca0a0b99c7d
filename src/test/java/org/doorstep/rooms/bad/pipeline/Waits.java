package org.doorstep.rooms.bad.pipeline;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Holds a thread. */
record Waits(Mono<String> later) {
  @Nullable String now() {
    return later.block();
  }
}
