package org.doorstep.pipeline;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import reactor.core.publisher.Mono;

/** Who volunteers, and what is remembered of their being asked. */
public interface Volunteers {

  /**
   * Enough of those near to fill the wave with people who may be asked, if there are any: those who
   * helped this resident before, then the most promising of the nearest by a position rounded to
   * about 100 m (the exact one is in the person). In no order.
   */
  Mono<List<Candidate>> suiting(CellId cell, Asking asking);
}
