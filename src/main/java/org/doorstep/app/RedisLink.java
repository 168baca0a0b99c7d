package org.doorstep.app;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorstep.redis.EmbeddedServer;
import org.doorstep.redis.RedisOptions;
import org.doorstep.redis.ServerCheck;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The way to Redis: to the configured one, or to the embedded server, which it then owns. */
final class RedisLink implements AutoCloseable {

  private static final int TRIES = 30;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CHECKED_WITHIN = Duration.ofSeconds(10);

  private final AbstractRedisClient client;
  private final Runnable end;
  private final RedisClusterReactiveCommands<byte[], byte[]> line;

  private RedisLink(AbstractRedisClient client, Runnable end) {
    this.client = client;
    this.end = end;
    this.line = connect(client);
  }

  static RedisLink embedded(Path folder) {
    try {
      EmbeddedServer server = EmbeddedServer.start(folder);
      RedisClient client = RedisClient.create(server.uri());
      client.setOptions(RedisOptions.single());
      return new RedisLink(
          client,
          () -> {
            client.shutdown();
            server.close();
          });
    } catch (IOException e) {
      throw new Refusal(List.of("the embedded Redis: " + e.getMessage()));
    }
  }

  /** Beside the Doorstep that runs with its data in that folder, or alone where none does. */
  static RedisLink beside(Path folder) {
    try {
      Optional<RedisURI> running = EmbeddedServer.running(folder);
      if (running.isEmpty()) return embedded(folder);
      RedisClient client = RedisClient.create(running.get());
      client.setOptions(RedisOptions.single());
      return new RedisLink(client, client::shutdown);
    } catch (IOException e) {
      throw new Refusal(List.of("the embedded Redis: " + e.getMessage()));
    }
  }

  /**
   * The client that Spring made from its own settings; it stays Spring's to shut down. How it
   * behaves when Redis is away is ours.
   */
  static RedisLink configured(AbstractRedisClient client) {
    switch (client) {
      case RedisClusterClient cluster -> cluster.setOptions(cluster(cluster.getOptions()));
      case RedisClient single -> single.setOptions(single(single.getOptions()));
      default -> throw new IllegalArgumentException("not a Redis client");
    }
    return new RedisLink(client, () -> {});
  }

  AbstractRedisClient client() {
    return client;
  }

  Mono<Void> ping() {
    return line.ping().then();
  }

  /** Refuses a Redis that may lose what people say. */
  void check(int replicas, boolean mayBeVolatile) {
    List<String> problems =
        ServerCheck.problems(line, replicas, mayBeVolatile).block(CHECKED_WITHIN);
    if (problems == null) throw new Refusal(List.of("Redis does not tell how it is set up"));
    if (!problems.isEmpty()) throw new Refusal(problems);
  }

  @Override
  public void close() {
    end.run();
  }

  /** A Redis that starts together with Doorstep may need a moment. */
  private static RedisClusterReactiveCommands<byte[], byte[]> connect(AbstractRedisClient client) {
    return Mono.fromCallable(() -> open(client))
        .retryWhen(
            Retry.fixedDelay(TRIES, PAUSE).filter(RedisConnectionException.class::isInstance))
        .onErrorMap(e -> new Refusal(List.of("Redis cannot be reached; see SPRING_DATA_REDIS_*")))
        .blockOptional()
        .orElseThrow();
  }

  private static RedisClusterReactiveCommands<byte[], byte[]> open(AbstractRedisClient client) {
    return switch (client) {
      case RedisClusterClient cluster -> cluster.connect(ByteArrayCodec.INSTANCE).reactive();
      case RedisClient single -> single.connect(ByteArrayCodec.INSTANCE).reactive();
      default -> throw new IllegalArgumentException("not a Redis client");
    };
  }

  /** What Spring set up for TLS stays. */
  private static ClientOptions single(ClientOptions springs) {
    ClientOptions ours = RedisOptions.single();
    return springs
        .mutate()
        .disconnectedBehavior(ours.getDisconnectedBehavior())
        .replayFilter(ours.getReplayFilter())
        .timeoutOptions(ours.getTimeoutOptions())
        .socketOptions(ours.getSocketOptions())
        .build();
  }

  private static ClusterClientOptions cluster(ClientOptions springs) {
    ClusterClientOptions ours = RedisOptions.cluster();
    return ClusterClientOptions.builder(single(springs))
        .topologyRefreshOptions(ours.getTopologyRefreshOptions())
        .build();
  }
}
