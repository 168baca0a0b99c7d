package org.doorstep.redis;

import java.util.List;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Claims;
import org.doorstep.pipeline.Holding;
import reactor.core.publisher.Mono;

/** Claims, decided by one script. */
record RedisClaims(Lines lines) implements Claims {

  private static final Script CLAIM = Script.named("claim_request");

  @Override
  public Mono<ClaimOutcome> attempt(Holding holding, ClaimAttempt attempt) {
    Keys keys = new Keys(holding.cell());
    List<byte[]> touched = List.of(keys.epoch(), keys.board(attempt.request()), keys.holds());
    List<byte[]> args =
        List.of(
            Utf8.bytes(holding.epoch()),
            Utf8.bytes(attempt.request().value()),
            Utf8.bytes(attempt.round()),
            Utf8.bytes(attempt.volunteer().value()),
            Utf8.bytes(attempt.holdAtMost()));
    return lines
        .durably(holding.cell(), redis -> CLAIM.run(redis, touched, args))
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .map(reply -> outcome(reply, attempt))
        .onErrorMap(StoreFault::orAway);
  }

  private static ClaimOutcome outcome(Script.Reply reply, ClaimAttempt attempt) {
    return switch (reply.tag()) {
      case "won" -> new ClaimOutcome.Won();
      case "taken" -> new ClaimOutcome.TakenBy(new PersonId(reply.text(0)));
      case "at-capacity" -> new ClaimOutcome.AtCapacity(attempt.holdAtMost());
      case "not-open" -> new ClaimOutcome.NotOpen();
      default -> throw new IllegalStateException("claim_request answered " + reply.tag());
    };
  }
}
