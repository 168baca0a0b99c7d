package org.doorstep.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;

/**
 * Ten kilometres by ten of made-up volunteers, as commits would have written them: sealed records,
 * wrapped keys, positions, tallies. Some are paused, drive, read Polish, would rather walk dogs.
 */
@NullUnmarked
final class Borough {

  private static final List<Travel> TRAVEL = List.copyOf(EnumSet.allOf(Travel.class));

  static final CellId CELL = new CellId("borough");
  static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");

  private static final Point CORNER = new Point(53.77, -1.65);
  private static final double NORTH = 10_000 / 111_195.0;
  private static final double EAST = NORTH / Math.cos(Math.toRadians(53.8));
  private static final int AT_ONCE = 2_000;

  private final Vault vault;
  private final RandomGenerator random;
  private final Keys keys = new Keys(CELL);

  Borough(Vault vault, RandomGenerator random) {
    this.vault = vault;
    this.random = random;
  }

  void fill(RedisClient client, int from, int to) {
    try (StatefulRedisConnection<byte[], byte[]> line = client.connect(ByteArrayCodec.INSTANCE)) {
      line.setAutoFlushCommands(false);
      List<RedisFuture<?>> under = new ArrayList<>();
      for (int i = from; i < to; i++) {
        write(line.async(), person(i), under);
        if (i % AT_ONCE == 0 || i == to - 1) {
          line.flushCommands();
          LettuceFutures.awaitAll(Duration.ofMinutes(2), under.toArray(RedisFuture[]::new));
          under.clear();
        }
      }
    }
  }

  Point anywhere() {
    return new Point(
        CORNER.latitude() + random.nextDouble() * NORTH,
        CORNER.longitude() + random.nextDouble() * EAST);
  }

  private Person person(int i) {
    Travel travel = TRAVEL.get(random.nextInt(TRAVEL.size()));
    Set<Need> likes =
        switch (random.nextInt(4)) {
          case 0 -> Set.of(new Need("shopping"), new Need("prescription"));
          case 1 -> Set.of(new Need("dog-walk"));
          default -> Set.of();
        };
    Volunteering offer =
        new Volunteering(
            new Place("LS6", "LS6", anywhere(), true),
            1000 + random.nextInt(5) * 1000,
            Set.of(travel),
            likes,
            random.nextInt(10) == 0 ? Set.of("dbs") : Set.of(),
            "group",
            NOW,
            random.nextInt(6) == 0 ? Instant.MAX : null,
            Availability.ALWAYS,
            Set.of());
    return Person.firstSeen(
            new PersonId("%032x".formatted(i)),
            Address.whatsapp("+4477009" + i),
            random.nextInt(12) == 0 ? "pl" : "en",
            NOW)
        .named("Volunteer " + i)
        .offering(offer);
  }

  private void write(
      RedisAsyncCommands<byte[], byte[]> redis, Person person, List<RedisFuture<?>> under) {
    String id = person.id().value();
    RecordRef ref = RecordRef.person(person.id());
    DataKey key = vault.newKey(CELL, id);
    KeyRing ring = new KeyRing(CELL, List.of(key));
    Point home = person.volunteering().home().point().coarse();
    under.add(redis.hset(keys.keyRing(), Utf8.bytes(id), key.wrapped()));
    under.add(
        redis.hset(
            ref.key(keys),
            java.util.Map.of(
                Utf8.bytes("v"), Utf8.bytes(1),
                Utf8.bytes("d"),
                    ring.seal(List.of(id), ref.label(), Wire.write(Person.class, person)),
                Utf8.bytes("o"), Utf8.bytes(id))));
    under.add(redis.geoadd(keys.geo(), home.longitude(), home.latitude(), Utf8.bytes(id)));
    if (random.nextInt(3) > 0) return;
    under.add(redis.hset(keys.tallies(), Utf8.bytes(id), Utf8.bytes(tally())));
    if (random.nextInt(5) == 0) {
      under.add(redis.zadd(keys.holds(), 0, Utf8.bytes(id + ":r" + random.nextInt(1_000_000))));
    }
  }

  private String tally() {
    StringBuilder all =
        new StringBuilder(random.nextBoolean() ? "00000000" : Tallies.minute(ago()));
    for (int i = random.nextInt(6); i > 0; i--) all.append(' ').append(Tallies.minute(ago()));
    return all.toString();
  }

  private Instant ago() {
    return NOW.minus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
  }
}
