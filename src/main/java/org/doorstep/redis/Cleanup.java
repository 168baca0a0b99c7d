package org.doorstep.redis;

import io.lettuce.core.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Has Redis write its append-only file anew after a key was destroyed, since the old file still
 * holds the key. At most once in a while: people who are forgotten in between wait for the next
 * time.
 */
final class Cleanup {

  private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);
  private static final Duration APART = Duration.ofMinutes(1);

  private final Lines lines;
  private final InstantSource clock;
  private final Map<CellId, Instant> last = new ConcurrentHashMap<>();
  private final Map<CellId, Instant> looked = new ConcurrentHashMap<>();
  private final Map<CellId, Boolean> wanted = new ConcurrentHashMap<>();

  Cleanup(Lines lines, InstantSource clock) {
    this.lines = lines;
    this.clock = clock;
  }

  static boolean isForgetting(Change change) {
    return change instanceof Change.PersonGone || change instanceof Change.Declined;
  }

  Mono<Void> afterForgetting(CellId cell) {
    wanted.put(cell, true);
    return rewrite(cell);
  }

  /** To be called now and then, so that what was put off is done. Never fails. */
  Mono<Void> whenDue(CellId cell) {
    return dropLists(cell).then(Mono.defer(() -> rewrite(cell)));
  }

  /** Where the time of a list is over, its invitations are gone by now, but not from the file. */
  private Mono<Void> dropLists(CellId cell) {
    Instant now = clock.instant();
    if (now.isBefore(looked.getOrDefault(cell, Instant.EPOCH).plus(APART))) return Mono.empty();
    looked.put(cell, now);
    Range<Long> over = Range.create(0L, now.toEpochMilli());
    return lines
        .shared()
        .zremrangebyscore(new ListKeys(cell).lists(), over)
        .filter(dropped -> dropped > 0)
        .doOnNext(dropped -> wanted.put(cell, true))
        .onErrorComplete()
        .then();
  }

  private Mono<Void> rewrite(CellId cell) {
    Instant now = clock.instant();
    Instant before = last.getOrDefault(cell, Instant.EPOCH);
    if (!wanted.containsKey(cell) || now.isBefore(before.plus(APART))) return Mono.empty();
    last.put(cell, now);
    wanted.remove(cell);
    return lines
        .nodes()
        .of(cell)
        .bgrewriteaof()
        .doOnError(
            e ->
                LOG.warn(
                    "Redis did not rewrite its append-only file: {}", e.getClass().getSimpleName()))
        .doOnError(e -> wanted.put(cell, true))
        .onErrorComplete()
        .then();
  }
}
