package org.doorstep.redis;

import io.lettuce.core.ScanStream;
import io.lettuce.core.ZAddArgs;
import java.time.Instant;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.help.Candidate;
import org.doorstep.people.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Volunteers who joined before there were {@link Rolls}, found by where they live, a few hundred at
 * a time. Doing it twice changes nothing.
 */
record RollsFilling(RedisRolls rolls, CellId cell) {

  private static final int PAGE = 500;

  Mono<Void> fill() {
    Keys keys = new Keys(cell);
    return ScanStream.zscan(rolls.lines().shared(), keys.geo())
        .map(each -> new PersonId(Utf8.text(each.getValue())))
        .buffer(PAGE)
        .concatMap(page -> rolls.volunteers(cell, page))
        .concatMap(page -> Flux.fromIterable(page).concatMap(this::put))
        .then(rolls.lines().shared().set(keys.rolled(), Utf8.bytes(RedisRolls.FILLED)))
        .then();
  }

  private Mono<Long> put(Candidate volunteer) {
    String group = Rolls.group(volunteer.person());
    if (group == null || volunteer.person().volunteering() == null) return Mono.empty();
    Keys keys = new Keys(cell);
    byte[] id = Utf8.bytes(volunteer.person().id().value());
    List<Instant> asked = volunteer.tally().asked();
    Instant last = asked.isEmpty() ? volunteer.person().volunteering().joinedAt() : asked.getLast();
    long minute = last.getEpochSecond() / 60;
    return rolls
        .lines()
        .shared()
        .zadd(keys.members(group), 0, id)
        .then(
            rolls
                .lines()
                .shared()
                .zadd(keys.turns(group), ZAddArgs.Builder.nx(), (double) minute, id))
        .then(
            rolls
                .lines()
                .shared()
                .hset(
                    keys.homes(), id, Utf8.bytes(Counting.home(volunteer.person().volunteering()))))
        .thenReturn(1L);
  }
}
