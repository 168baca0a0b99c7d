package org.doorstep.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

record InMemoryInbox(InMemoryPorts all) implements Inbox {

  @Override
  public Mono<Acceptance> accept(CellId cell, Inbound inbound) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            if (in.done.putIfAbsent(inbound.id(), false) != null) return Acceptance.DUPLICATE;
            Inbound.Sender sender = senderOf(inbound);
            in.append(inbound, sender == null ? null : in.personOf(sender));
            return Acceptance.NEW;
          }
        });
  }

  @Override
  public Mono<List<Entry>> next(Holding holding, int limit) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            List<Entry> next = new ArrayList<>();
            for (Entry entry : in.inbox.values()) {
              if (next.size() < limit && in.inHand.add(entry.position())) next.add(entry);
            }
            return next;
          }
        });
  }

  @Override
  public Mono<Void> park(Holding holding, Entry entry, String error) {
    return Mono.fromRunnable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            if (in.inbox.remove(entry.position()) == null) return;
            in.done.put(entry.inbound().id(), true);
            in.parked.add(entry);
            in.boards.replaceAll((request, board) -> freed(board, entry.sender()));
          }
        });
  }

  private static InMemoryCell.Board freed(InMemoryCell.Board board, @Nullable PersonId sender) {
    return board.state().equals("claimed")
            && board.holder() != null
            && board.holder().equals(sender)
        ? new InMemoryCell.Board(board.round(), "open", null)
        : board;
  }

  private static Inbound.@Nullable Sender senderOf(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Said i -> i.sender();
      case Inbound.Pressed i -> i.sender();
      case Inbound.InThread i -> i.sender();
      case Inbound.Reworded i -> i.sender();
      case Inbound.HomeOpened i -> i.sender();
      case Inbound.Left i -> i.sender();
      case Inbound.CellEdited i -> null;
      case Inbound.SlackTold i -> null;
      case Inbound.HandedIn i -> i.sender();
      case Inbound.Amended i -> i.sender();
      case Inbound.Reported i -> null;
      case Inbound.Unposted i -> null;
      case Inbound.Rang i -> null;
    };
  }
}
