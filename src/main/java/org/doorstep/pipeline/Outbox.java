package org.doorstep.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  /** The places in Slack for which something is set aside, and since when. */
  Mono<Map<String, Instant>> asides(Holding holding);

  /**
   * Sets aside what goes to a place that is away, behind all that is set aside for it already. Done
   * twice, it is there once.
   *
   * @param since when that place was found to be away; the first to say so counts
   */
  Mono<Void> setAside(Holding holding, Parcel parcel, String place, Instant since);

  /**
   * The next ones that were set aside for a place, in order.
   *
   * @param fromTheFirst begins again with the first that is still there
   */
  Mono<List<Parcel>> aside(Holding holding, String place, int limit, boolean fromTheFirst);

  /** Forgets a place for which nothing is set aside any more. Whether that is so. */
  Mono<Boolean> cleared(Holding holding, String place);

  /**
   * Records how it ended. {@code TryLater} and {@code Uncertain} leave it in the outbox; {@code
   * Held} keeps its text for the person; {@code Sent} binds its anchor.
   */
  Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now);
}
