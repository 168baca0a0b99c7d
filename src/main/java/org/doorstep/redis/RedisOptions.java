package org.doorstep.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import java.time.Duration;

/** How Doorstep talks to Redis: it would rather hear "no" at once than wait, and repeats itself. */
public final class RedisOptions {

  /** For one command. */
  public static final Duration TIMEOUT = Duration.ofSeconds(1);

  private RedisOptions() {}

  /** Nothing is queued while disconnected, and nothing is sent again behind our back. */
  public static ClientOptions single() {
    return with(ClientOptions.builder()).build();
  }

  public static ClusterClientOptions cluster() {
    ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
    with(builder);
    return builder
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(Duration.ofSeconds(30))
                .build())
        .build();
  }

  private static <B extends ClientOptions.Builder> B with(B builder) {
    builder
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(TIMEOUT)
                .keepAlive(true)
                .tcpNoDelay(true)
                .build());
    return builder;
  }
}
