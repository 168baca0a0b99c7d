package org.doorstep.pipeline;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What has to happen later. */
public interface Alarms {

  /** Moves the alarms that are due into the inbox, in one step each way or the other. */
  Mono<Integer> ring(Holding holding, Instant now, int limit);
}
