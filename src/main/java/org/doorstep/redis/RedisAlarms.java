package org.doorstep.redis;

import java.time.Instant;
import java.util.List;
import org.doorstep.pipeline.Alarms;
import org.doorstep.pipeline.Holding;
import reactor.core.publisher.Mono;

/** Alarms as a sorted set; one that is due is moved into the inbox by the server itself. */
record RedisAlarms(Lines lines, Bell bell, Cleanup cleanup) implements Alarms {

  private static final Script RING = Script.named("ring_alarms");

  /** Three writes for each, and at most 500 in one script. */
  private static final int AT_MOST = 150;

  @Override
  public Mono<Integer> ring(Holding holding, Instant now, int limit) {
    Keys keys = new Keys(holding.cell());
    return RING.run(
            lines.shared(),
            List.of(keys.epoch(), keys.alarms(), keys.alarmed(), keys.inbox()),
            List.of(
                Utf8.bytes(holding.epoch()),
                Utf8.bytes(now.toEpochMilli()),
                Utf8.bytes(Math.min(limit, AT_MOST))))
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .map(reply -> ((Long) reply.rest().getFirst()).intValue())
        .doOnNext(rang -> bell.ring(RedisInbox.bellOf(holding.cell())))
        .flatMap(rang -> cleanup.whenDue(holding.cell()).thenReturn(rang));
  }
}
