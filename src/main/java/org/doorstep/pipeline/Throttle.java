package org.doorstep.pipeline;

import reactor.core.publisher.Mono;

/** Keeps each sender and each channel within the pace its provider allows. */
public interface Throttle {

  /** Completes when the next message of that parcel's sender or channel may go out. */
  Mono<Void> take(Parcel parcel);
}
