package org.doorstep.pipeline;

import java.time.YearMonth;
import java.util.List;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** Who had what to do with safeguarding cases. It only grows, and goes by itself with its month. */
public interface Audits {

  /** Of a month in the cell's own time, the oldest first. */
  Mono<List<Audit>> of(CellId cell, YearMonth month);
}
