package org.doorstep.pipeline;

import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import reactor.core.publisher.Mono;

/** Who looks after what. At most one volunteer holds a request at any instant. */
public interface Claims {

  /** Trying again with the same volunteer and round yields {@code Won} again. */
  Mono<ClaimOutcome> attempt(Holding holding, ClaimAttempt attempt);
}
