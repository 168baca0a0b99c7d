package org.doorstep.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.doorstep.pipeline.Ports;

/** One real server for all tests of a run. It is stopped when the run ends. */
final class TestRedis {

  static final Vault VAULT = Vault.of(Vault.newKeyset());

  private static final TestRedis SHARED = start();

  private final EmbeddedServer server;
  private final RedisClient client;
  private final StatefulRedisConnection<byte[], byte[]> line;
  private StatefulRedisConnection<byte[], byte[]> swapped;

  private TestRedis(EmbeddedServer server) {
    this.server = server;
    this.client = RedisClient.create(server.uri());
    client.setOptions(RedisOptions.single());
    this.line = client.connect(ByteArrayCodec.INSTANCE);
    this.swapped = line;
  }

  static TestRedis shared() {
    return SHARED;
  }

  private static TestRedis start() {
    try {
      Path folder = Files.createTempDirectory("doorstep-redis");
      TestRedis redis = new TestRedis(EmbeddedServer.start(folder));
      Runtime.getRuntime().addShutdownHook(new Thread(redis::stop));
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    client.shutdown();
    server.close();
  }

  RedisCommands<byte[], byte[]> sync() {
    return line.sync();
  }

  RedisClusterReactiveCommands<byte[], byte[]> reactive() {
    return line.reactive();
  }

  StatefulRedisConnection<byte[], byte[]> line() {
    return swapped;
  }

  RedisRoom freshRoom() {
    return freshRoom(swapped);
  }

  /** From now on, rooms run {@code to} where they mean {@code from}. */
  static void swap(Script from, Script to) {
    SHARED.swapped = Swapped.in(SHARED.line, from, to);
  }

  static void unswap() {
    SHARED.swapped = SHARED.line;
  }

  RedisRoom freshRoom(StatefulRedisConnection<byte[], byte[]> through) {
    return freshRoom(through, InstantSource.system());
  }

  RedisRoom freshRoom(InstantSource clock) {
    return freshRoom(swapped, clock);
  }

  private RedisRoom freshRoom(
      StatefulRedisConnection<byte[], byte[]> through, InstantSource clock) {
    line.sync().flushall();
    line.sync().scriptFlush();
    return RedisRoom.on(through, through, VAULT, RoomSettings.DEFAULT, clock);
  }

  Ports freshPorts() {
    return ports(freshRoom());
  }

  static Ports ports(RedisRoom room) {
    return new Ports(
        room.inbox(),
        room.casebook(),
        room.claims(),
        room.volunteers(),
        room.boards(),
        room.outbox(),
        room.alarms(),
        room.holdings(),
        room.invitees(),
        room.directory(),
        room.workspaces(),
        room.audits());
  }
}
