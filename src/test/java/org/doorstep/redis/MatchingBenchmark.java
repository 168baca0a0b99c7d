package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.doorstep.cell.NeedTerms;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Particulars;
import org.doorstep.help.RequestId;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.doorstep.people.Travel;
import org.doorstep.pipeline.Volunteers;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to find and rank the volunteers of one wave, beside a bare GEOSEARCH of the
 * same radius for as many as are looked at. It takes minutes, so it is not part of {@code verify}:
 * {@code ./mvnw -Dquick test -Dtest=MatchingBenchmark}. Nothing else should run meanwhile.
 */
@NullUnmarked
class MatchingBenchmark {

  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 2_000;

  /** Among a million a bare search of 3 km takes half a second. */
  private static final int BARE_EVERY = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double MILLIS = 1e6;
  private static final List<WaveStep> WAVES = List.of(wave(3, 800), wave(5, 1500), wave(10, 3000));

  private final RandomGenerator random = new Random(20261122);
  private final Vault vault = Vault.of(Vault.newKeyset());
  private final Borough borough = new Borough(vault, random);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES) // a million records are sealed first
  void matchingOneRequestAmongAllVolunteersOfACell(@TempDir Path folder) throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      RedisURI uri = server.uri();
      uri.setTimeout(PATIENCE);
      RedisClient client = RedisClient.create(uri);
      try (StatefulRedisConnection<byte[], byte[]> line = client.connect(ByteArrayCodec.INSTANCE)) {
        line.sync().configSet("appendonly", "no"); // nothing is written while it is measured
        measure(client, line, 0, 50_000, 5);
        measure(client, line, 50_000, 1_000_000, 15);
      } finally {
        client.shutdown();
      }
    }
  }

  private void measure(
      RedisClient client,
      StatefulRedisConnection<byte[], byte[]> line,
      int from,
      int to,
      int atMostMillis) {
    borough.fill(client, from, to);
    RedisRoom room =
        RedisRoom.on(line, line, vault, RoomSettings.DEFAULT, InstantSource.fixed(Borough.NOW));
    System.out.printf("%,d volunteers, 10 km by 10 km%n", to);
    for (WaveStep wave : WAVES) {
      double p99 = measure(room.volunteers(), line.sync(), wave);
      assertThat(p99).as("ms at the 99th percentile").isLessThan(atMostMillis);
    }
  }

  /** Turn and turn about, so that both suffer alike from whatever else runs. */
  private double measure(
      Volunteers volunteers, RedisCommands<byte[], byte[]> redis, WaveStep wave) {
    long[] bare = new long[ROUNDS / BARE_EVERY];
    long[] matching = new long[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      Asking asking = asking(wave);
      long start = System.nanoTime();
      matched(volunteers, asking);
      long between = System.nanoTime();
      if (i % BARE_EVERY == 0) bare(redis, asking);
      if (i < 0) continue;
      matching[i] = between - start;
      if (i % BARE_EVERY == 0) bare[i / BARE_EVERY] = System.nanoTime() - between;
    }
    System.out.printf("%d within %,d m%n", wave.size(), wave.metres());
    print("bare GEOSEARCH", bare);
    return print("matching", matching);
  }

  /** In ms; the 99th percentile. */
  private static double print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "  %-15s p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
        what,
        nanos[nanos.length / 2] / MILLIS,
        nanos[nanos.length * 99 / 100] / MILLIS,
        nanos[nanos.length - 1] / MILLIS);
    return nanos[nanos.length * 99 / 100] / MILLIS;
  }

  private static void bare(RedisCommands<byte[], byte[]> redis, Asking asking) {
    Point middle = asking.request().particulars().place().point();
    redis.geosearch(
        new Keys(Borough.CELL).geo(),
        GeoSearch.fromCoordinates(middle.longitude(), middle.latitude()),
        GeoSearch.byRadius(asking.step().metres(), GeoArgs.Unit.m),
        new GeoArgs().asc().withCount(Math.max(64, 12 * asking.step().size())));
  }

  private static void matched(Volunteers volunteers, Asking asking) {
    List<Candidate> found = volunteers.suiting(Borough.CELL, asking).block(PATIENCE);
    assertThat(Matching.rank(asking, found).size())
        .as("how many of a wave were found")
        .isGreaterThanOrEqualTo(asking.step().size());
  }

  /** One in five is for a lift, one in ten by somebody who reads Polish. */
  private Asking asking(WaveStep wave) {
    boolean lift = random.nextInt(5) == 0;
    return new Asking(
        HelpRequest.open(particulars(new Need(lift ? "lift" : "shopping"))),
        Ties.NONE,
        random.nextInt(10) == 0 ? "pl" : "en",
        "en",
        wave,
        new NeedTerms(new Need("lift"), lift ? Set.of(Travel.CAR) : Set.of(), Set.of(), false),
        false,
        3,
        Borough.NOW.atZone(ZoneId.of("Europe/London")));
  }

  private Particulars particulars(Need need) {
    return new Particulars(
        new RequestId("rabcdef1"),
        new PersonId("resident"),
        need,
        null,
        null,
        new Place("LS6", "LS6", borough.anywhere(), true),
        When.whenever(),
        "self",
        Set.of(),
        null,
        "group",
        Borough.NOW,
        List.of());
  }

  private static WaveStep wave(int size, int metres) {
    return new WaveStep(size, metres, Duration.ofMinutes(5));
  }
}
