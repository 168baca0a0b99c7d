package org.doorstep.pipeline;

import org.doorstep.desk.Looked;
import reactor.core.publisher.Mono;

/**
 * Looks at a picture that somebody sent. Nothing of it is kept but its fingerprint. Never fails.
 */
public interface Pictures {

  /**
   * @param picture as the provider names it, of a shape that only it can have
   */
  Mono<Looked> look(String picture);
}
