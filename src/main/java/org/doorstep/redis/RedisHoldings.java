package org.doorstep.redis;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Holdings;
import reactor.core.publisher.Mono;

/**
 * Leases that expire on the server's clock. An instance's name must be its own: one per process.
 */
record RedisHoldings(Lines lines) implements Holdings {

  private static final Script HOLD = Script.named("hold_cell");
  private static final Script LET_GO = Script.named("let_go_cell");

  @Override
  public Mono<Holding> hold(CellId cell, String instance, Duration lease) {
    Keys keys = new Keys(cell);
    List<byte[]> args = List.of(Utf8.bytes(instance), Utf8.bytes(lease.toMillis()));
    return lines
        .durably(cell, redis -> HOLD.run(redis, List.of(keys.holder(), keys.epoch()), args))
        .filter(reply -> reply.tag().equals("held"))
        .map(reply -> new Holding(cell, instance, Long.parseLong(reply.text(0))));
  }

  @Override
  public Mono<Void> letGo(Holding holding) {
    Keys keys = new Keys(holding.cell());
    return LET_GO
        .run(
            lines.shared(),
            List.of(keys.holder(), keys.epoch()),
            List.of(Utf8.bytes(holding.instance()), Utf8.bytes(holding.epoch())))
        .then();
  }
}
