package org.doorstep.pipeline;

import org.doorstep.cell.Cell;
import reactor.core.publisher.Mono;

/** Sends by one provider. Never fails: whatever its SDK throws becomes a {@link Delivery}. */
public interface Messenger {

  /** Whether this is the messenger for it. */
  boolean carries(Parcel parcel);

  Mono<Delivery> send(Cell cell, Parcel parcel);

  /** After an uncertain attempt: whether it went out after all. */
  Mono<Trace> trace(Cell cell, Parcel parcel);

  /** What looking came to. */
  sealed interface Trace {

    record WentOut(Delivery.Sent as) implements Trace {}

    record DidNot() implements Trace {}

    /** The provider could not be asked. */
    record Unknown() implements Trace {}
  }
}
