package org.doorstep.redis;

import java.time.Instant;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.pipeline.Casebook;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import reactor.core.publisher.Mono;

/** The casebook as sealed records; one script writes a decision. */
final class RedisCasebook implements Casebook {

  private final Lines lines;
  private final Bell bell;
  private final Opening opening;
  private final Committing committing;
  private final Cleanup cleanup;

  RedisCasebook(
      Lines lines,
      Vault vault,
      Bell bell,
      RoomSettings settings,
      Cleanup cleanup,
      RedisInvitees invitees) {
    KeyCabinet cabinet = new KeyCabinet(lines, vault);
    this.lines = lines;
    this.bell = bell;
    this.opening = new Opening(lines, cabinet, invitees);
    this.committing = new Committing(lines, vault, cabinet, settings);
    this.cleanup = cleanup;
  }

  @Override
  public Mono<Dossier> open(Cell cell, Holding holding, Inbox.Entry entry, Instant now) {
    return opening.open(cell, entry, now).onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Outcome> commit(
      Holding holding, Inbox.Entry entry, Dossier dossier, Decision.Settled decision, Instant now) {
    return committing
        .prepare(holding, entry, dossier, decision, now)
        .flatMap(
            commit ->
                commit
                    .map(ready -> lines.durably(holding.cell(), ready::run))
                    .orElse(Mono.just(Commit.STALE)))
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .flatMap(reply -> concluded(holding, decision, reply))
        .onErrorMap(StoreFault::orAway);
  }

  private Mono<Outcome> concluded(Holding holding, Decision.Settled decision, Script.Reply reply) {
    if (reply.tag().equals("stale")) return Mono.just(Outcome.STALE);
    if (!decision.says().isEmpty()) bell.ring(RedisOutbox.bellOf(holding.cell()));
    boolean forgets = decision.changes().stream().anyMatch(Cleanup::isForgetting);
    return forgets && reply.tag().equals("done")
        ? cleanup.afterForgetting(holding.cell()).thenReturn(Outcome.DONE)
        : Mono.just(Outcome.DONE);
  }
}
