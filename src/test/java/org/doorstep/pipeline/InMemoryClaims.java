package org.doorstep.pipeline;

import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Mono;

record InMemoryClaims(InMemoryPorts all) implements Claims {

  @Override
  public Mono<ClaimOutcome> attempt(Holding holding, ClaimAttempt attempt) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            return outcome(in, attempt);
          }
        });
  }

  private static ClaimOutcome outcome(InMemoryCell in, ClaimAttempt attempt) {
    InMemoryCell.Board board = in.boards.get(attempt.request());
    if (board == null || board.round() != attempt.round()) return new ClaimOutcome.NotOpen();
    PersonId holder = board.holder();
    if (holder != null) {
      return holder.equals(attempt.volunteer())
          ? new ClaimOutcome.Won()
          : new ClaimOutcome.TakenBy(holder);
    }
    if (!board.state().equals("open")) return new ClaimOutcome.NotOpen();
    long held =
        in.boards.values().stream().filter(b -> attempt.volunteer().equals(b.holder())).count();
    if (held >= attempt.holdAtMost()) return new ClaimOutcome.AtCapacity(attempt.holdAtMost());
    in.boards.put(
        attempt.request(), new InMemoryCell.Board(board.round(), "claimed", attempt.volunteer()));
    return new ClaimOutcome.Won();
  }
}
