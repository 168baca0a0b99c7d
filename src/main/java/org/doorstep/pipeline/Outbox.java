package org.doorstep.pipeline;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What has to be sent and is not settled yet. */
public interface Outbox {

  /**
   * The next ones in order, those that a predecessor left unsettled first, urgent ones before all.
   */
  Mono<List<Parcel>> next(Holding holding, int limit);

  /** The same, with the post of its anchor if that was sent since the parcel was taken. */
  Mono<Parcel> anchored(Parcel parcel);

  /** Marks that an attempt begins, so that a crash during it is known as uncertain. */
  Mono<Void> attempting(Holding holding, Parcel parcel, Instant now);

  /**
   * Records how it ended. {@code TryLater} and {@code Uncertain} leave it in the outbox; {@code
   * Held} keeps its text for the person; {@code Sent} binds its anchor.
   */
  Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now);
}
