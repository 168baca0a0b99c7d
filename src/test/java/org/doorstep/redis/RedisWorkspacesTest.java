package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.WorkspacesContract;
import org.junit.jupiter.api.Test;

class RedisWorkspacesTest extends WorkspacesContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  @Test
  void noTokenStandsInRedisAsItIs() {
    await(ports.workspaces().install("T0SEALED", "xoxb-canary", NOW).thenReturn(true));
    Map<byte[], byte[]> kept = TestRedis.shared().sync().hgetall(SpaceKeys.workspace("T0SEALED"));
    assertThat(kept).hasSize(2);
    assertThat(kept.values())
        .noneMatch(value -> new String(value, StandardCharsets.ISO_8859_1).contains("canary"));
  }

  @Test
  void aTokenThatWasMovedToAnotherWorkspaceDoesNotOpen() {
    await(ports.workspaces().install("T0FROM", "xoxb-canary", NOW).thenReturn(true));
    var redis = TestRedis.shared().sync();
    byte[] sealed = redis.hget(SpaceKeys.workspace("T0FROM"), Utf8.bytes("token"));
    redis.hset(SpaceKeys.workspace("T0TO"), Utf8.bytes("token"), sealed);
    assertThatThrownBy(() -> await(ports.workspaces().of("T0TO")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("canary");
  }
}
