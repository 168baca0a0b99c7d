package org.doorstep.pipeline;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

record InMemoryAudits(InMemoryPorts all) implements Audits {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  @Override
  public Mono<List<Audit>> of(CellId cell, YearMonth month) {
    return Mono.fromCallable(
        () ->
            all.of(cell).audits.stream()
                .filter(a -> YearMonth.from(a.at().atZone(ZONE)).equals(month))
                .toList());
  }
}
