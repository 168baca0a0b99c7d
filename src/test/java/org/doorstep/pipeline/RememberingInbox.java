package org.doorstep.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An inbox for tests of the doors: keeps each id once, or fails. */
public final class RememberingInbox implements Inbox {

  private final Map<InboundId, Inbound> kept = new LinkedHashMap<>();
  private @Nullable RuntimeException trouble;

  public void failWith(RuntimeException error) {
    trouble = error;
  }

  public void recover() {
    trouble = null;
  }

  public synchronized List<Inbound> kept() {
    return List.copyOf(kept.values());
  }

  @Override
  public Mono<Acceptance> accept(CellId cell, Inbound inbound) {
    if (trouble != null) return Mono.error(trouble);
    return Mono.fromSupplier(() -> keep(inbound));
  }

  private synchronized Acceptance keep(Inbound inbound) {
    return kept.putIfAbsent(inbound.id(), inbound) == null ? Acceptance.NEW : Acceptance.DUPLICATE;
  }

  @Override
  public Mono<List<Entry>> next(Holding holding, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Mono<Void> park(Holding holding, Entry entry, String error) {
    throw new UnsupportedOperationException();
  }
}
