package org.doorstep.rooms.bad.pipeline;

import reactor.core.publisher.Flux;

/** Starts something that nobody owns. */
record Subscribes(Flux<String> later) {
  void start() {
    later.subscribe();
  }
}
