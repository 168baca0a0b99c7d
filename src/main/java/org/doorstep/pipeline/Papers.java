package org.doorstep.pipeline;

import org.doorstep.cell.CellId;
import org.doorstep.desk.Paper;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Mono;

/** What waits to be read once by the one it is about. */
public interface Papers {

  /**
   * Theirs, for whoever has its key: it is gone with that. Empty where there is none, where its
   * time is over, where the key is another one, and where its person was forgotten.
   */
  Mono<Paper> take(CellId cell, PersonId person, String key);
}
