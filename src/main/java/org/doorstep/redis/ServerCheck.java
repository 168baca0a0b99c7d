package org.doorstep.redis;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Whether a Redis may be trusted with what people say. Doorstep does not start on one that may not.
 */
public final class ServerCheck {

  private ServerCheck() {}

  /**
   * What is wrong with it, in words for the operator; empty when nothing is.
   *
   * @param replicas how many replicas have to confirm each write
   * @param allowVolatile the operator said that losing data is acceptable
   */
  public static Mono<List<String>> problems(
      RedisClusterReactiveCommands<byte[], byte[]> redis, int replicas, boolean allowVolatile) {
    return Mono.zip(
            setting(redis, "maxmemory-policy"),
            setting(redis, "appendonly"),
            setting(redis, "appendfsync"),
            info(redis))
        .map(
            found ->
                problems(
                    Server.of(found.getT1(), found.getT2(), found.getT3(), found.getT4()),
                    replicas,
                    allowVolatile));
  }

  /** What matters of a server's settings; {@code ?} where it does not tell. */
  record Server(
      String version, String eviction, String appendOnly, String fsync, int connectedReplicas) {

    static Server of(String eviction, String appendOnly, String fsync, Map<String, String> info) {
      String aof = info.getOrDefault("aof_enabled", "?");
      return new Server(
          info.getOrDefault("redis_version", "?"),
          eviction.equals("?") ? info.getOrDefault("maxmemory_policy", "?") : eviction,
          !appendOnly.equals("?")
              ? appendOnly
              : aof.equals("1") ? "yes" : aof.equals("0") ? "no" : "?",
          fsync,
          Integer.parseInt(info.getOrDefault("connected_slaves", "0")));
    }
  }

  static List<String> problems(Server server, int replicas, boolean allowVolatile) {
    List<String> problems = new ArrayList<>();
    if (!atLeast62(server.version())) {
      problems.add("Redis is version " + server.version() + "; Doorstep needs 6.2 or later");
    }
    if (!server.eviction().equals("noeviction")) {
      problems.add(
          "Redis may throw data away when memory is short: maxmemory-policy is "
              + server.eviction()
              + "; set it to noeviction");
    }
    if (replicas > server.connectedReplicas()) {
      problems.add(
          "each write has to reach "
              + replicas
              + " replicas, but "
              + server.connectedReplicas()
              + " are connected");
    }
    boolean onDisk = server.appendOnly().equals("yes") && server.fsync().equals("always");
    if (!onDisk && replicas == 0 && !allowVolatile) {
      problems.add(
          "Redis may lose what it has acknowledged: appendonly is "
              + server.appendOnly()
              + " and appendfsync is "
              + server.fsync()
              + "; set them to yes and always, or configure replicas to wait for, or set"
              + " DOORSTEP_ALLOW_VOLATILE_REDIS=true");
    }
    return problems;
  }

  private static boolean atLeast62(String version) {
    String[] parts = version.split("\\.");
    if (parts.length < 2 || !parts[0].matches("[0-9]+") || !parts[1].matches("[0-9]+"))
      return false;
    int major = Integer.parseInt(parts[0]);
    return major > 6 || (major == 6 && Integer.parseInt(parts[1]) >= 2);
  }

  /** Many hosted servers do not let anyone read their settings. */
  private static Mono<String> setting(
      RedisClusterReactiveCommands<byte[], byte[]> redis, String name) {
    return redis
        .configGet(name)
        .map(found -> found.getOrDefault(name, "?"))
        .onErrorReturn("?")
        .defaultIfEmpty("?");
  }

  private static Mono<Map<String, String>> info(
      RedisClusterReactiveCommands<byte[], byte[]> redis) {
    return redis
        .info()
        .map(
            text -> {
              Map<String, String> fields = new HashMap<>();
              text.lines()
                  .map(line -> line.strip().split(":", 2))
                  .filter(pair -> pair.length == 2)
                  .forEach(pair -> fields.put(pair[0], pair[1]));
              return fields;
            });
  }
}
