package org.doorstep.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.doorstep.cell.CellId;

/** All ports in memory, for tests that need no server. They keep the same contracts. */
public final class InMemoryPorts {

  private final Map<CellId, InMemoryCell> cells = new HashMap<>();

  public static Ports fresh() {
    InMemoryPorts all = new InMemoryPorts();
    return new Ports(
        new InMemoryInbox(all),
        new InMemoryCasebook(all),
        new InMemoryClaims(all),
        new InMemoryVolunteers(all),
        new InMemoryBoards(all),
        new InMemoryOutbox(all),
        new InMemoryAlarms(all),
        new InMemoryHoldings(all),
        new InMemoryInvitees(all),
        new InMemoryDirectory(all),
        new InMemoryWorkspaces(),
        new InMemoryAudits(all));
  }

  synchronized InMemoryCell of(CellId cell) {
    return cells.computeIfAbsent(cell, InMemoryCell::new);
  }
}
