package org.doorstep.redis;

import io.lettuce.core.Range;
import java.time.Duration;
import java.time.Instant;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** What operators watch. */
public final class Gauges {

  private final Lines lines;

  Gauges(Lines lines) {
    this.lines = lines;
  }

  /**
   * How a cell is doing at one instant.
   *
   * @param inbox inbounds not done yet
   * @param urgent urgent messages not settled yet
   * @param outbox other messages not settled yet
   * @param alarmsDue alarms that should have rung by now
   * @param alarmsLate by how much the latest of them is late; zero where none is
   * @param parked inbounds put aside since they could not be handled
   */
  public record Reading(
      long inbox, long urgent, long outbox, long alarmsDue, Duration alarmsLate, long parked) {}

  public Mono<Reading> read(CellId cell, Instant now) {
    Keys keys = new Keys(cell);
    var redis = lines.shared();
    return Mono.zip(
            redis.xlen(keys.inbox()),
            redis.xlen(keys.outbox(true)),
            redis.xlen(keys.outbox(false)),
            redis.zcount(
                keys.alarms(), Range.create(Double.NEGATIVE_INFINITY, (double) now.toEpochMilli())),
            redis
                .zrangeWithScores(keys.alarms(), 0, 0)
                .next()
                .map(first -> (long) first.getScore())
                .defaultIfEmpty(now.toEpochMilli()),
            redis.xlen(keys.parked()))
        .map(
            all ->
                new Reading(
                    all.getT1(),
                    all.getT2(),
                    all.getT3(),
                    all.getT4(),
                    Duration.ofMillis(Math.max(0, now.toEpochMilli() - all.getT5())),
                    all.getT6()));
  }
}
