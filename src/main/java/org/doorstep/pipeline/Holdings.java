package org.doorstep.pipeline;

import java.time.Duration;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** Who works which cell. One instance at a time; losing an instance costs one lease, no more. */
public interface Holdings {

  /** Takes or renews the hold for {@code lease}; empty while another instance has it. */
  Mono<Holding> hold(CellId cell, String instance, Duration lease);

  /** Lets go at once, so that another instance need not wait. */
  Mono<Void> letGo(Holding holding);
}
