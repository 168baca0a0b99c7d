package org.doorstep.redis;

import io.lettuce.core.Range;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.CellId;
import org.doorstep.pipeline.Audits;
import reactor.core.publisher.Mono;

/** Audits in streams, one a month, sealed with the cell's own key: it outlives everybody's. */
record RedisAudits(Lines lines, KeyCabinet cabinet) implements Audits {

  static final String FIELD = "f";

  @Override
  public Mono<List<Audit>> of(CellId cell, YearMonth month) {
    return cabinet
        .ring(cell, Set.of(KeyRing.CELL))
        .flatMap(
            ring ->
                lines
                    .shared()
                    .xrange(new Keys(cell).audit(month), Range.unbounded())
                    .map(entry -> opened(ring, month, entry.getBody()))
                    .collectList())
        .onErrorMap(StoreFault::orAway);
  }

  private static Audit opened(KeyRing ring, YearMonth month, Map<byte[], byte[]> body) {
    byte[] sealed = body.values().iterator().next();
    byte[] json = ring.unseal(List.of(KeyRing.CELL), label(month), sealed);
    return Wire.read(Audit.class, Objects.requireNonNull(json, "the cell's key is gone"));
  }

  static KeyRing.Label label(YearMonth month) {
    return new KeyRing.Label("AUDIT", month.toString(), FIELD);
  }
}
