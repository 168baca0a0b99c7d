package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** Leases run on the machine's own clock, as they do on a server. */
record InMemoryHoldings(InMemoryPorts all) implements Holdings {

  @Override
  public Mono<Holding> hold(CellId cell, String instance, Duration lease) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            Instant now = Instant.now();
            boolean live = in.holder != null && now.isBefore(in.heldUntil);
            if (live && !instance.equals(in.holder)) return null;
            if (!live) {
              in.epoch++;
              in.inHand.clear();
              in.outInHand.clear();
            }
            in.holder = instance;
            in.heldUntil = now.plus(lease);
            return new Holding(cell, instance, in.epoch);
          }
        });
  }

  @Override
  public Mono<Void> letGo(Holding holding) {
    return Mono.fromRunnable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            if (in.epoch == holding.epoch()) in.holder = null;
          }
        });
  }
}
