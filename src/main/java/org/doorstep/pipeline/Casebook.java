package org.doorstep.pipeline;

import java.time.Instant;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import reactor.core.publisher.Mono;

/** What is known, and the one way in which it changes. */
public interface Casebook {

  /** All that is known about an inbound; empty when it has already had its effect. */
  Mono<Dossier> open(Cell cell, Holding holding, Inbox.Entry entry, Instant now);

  /**
   * Writes all of a decision, or nothing: records, facts, outgoing messages, alarms, and that the
   * inbound is done. Committing the same inbound again is {@code Done} without effect.
   *
   * @throws Lost (as an error signal) once another instance holds the cell
   */
  Mono<Outcome> commit(
      Holding holding, Inbox.Entry entry, Dossier dossier, Decision.Settled decision, Instant now);

  /** What a commit came to. */
  enum Outcome {
    DONE,
    /** Something in the dossier has changed since it was opened: open it again. */
    STALE
  }
}
