package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.redis.ServerCheck.Server;
import org.junit.jupiter.api.Test;

class ServerCheckTest {

  private static final Server GOOD = new Server("6.2.6", "noeviction", "yes", "always", 0);

  private static List<String> problems(Server server) {
    return ServerCheck.problems(server, 0, false);
  }

  @Test
  void aDurableServerIsFine() {
    assertThat(problems(GOOD)).isEmpty();
    assertThat(problems(new Server("8.0.1", "noeviction", "yes", "always", 0))).isEmpty();
  }

  @Test
  void anOldServerIsRefused() {
    assertThat(problems(new Server("5.0.14.1", "noeviction", "yes", "always", 0)))
        .singleElement()
        .asString()
        .contains("6.2");
    assertThat(problems(new Server("6.0.9", "noeviction", "yes", "always", 0))).hasSize(1);
    assertThat(problems(new Server("?", "noeviction", "yes", "always", 0))).hasSize(1);
  }

  @Test
  void aServerThatEvictsIsRefusedWhateverTheOperatorSays() {
    Server evicts = new Server("6.2.6", "allkeys-lru", "yes", "always", 0);
    assertThat(problems(evicts)).singleElement().asString().contains("noeviction");
    assertThat(ServerCheck.problems(evicts, 0, true)).hasSize(1);
  }

  @Test
  void aServerThatMayLoseWhatItAcknowledgedIsRefused() {
    assertThat(problems(new Server("6.2.6", "noeviction", "no", "always", 0))).hasSize(1);
    assertThat(problems(new Server("6.2.6", "noeviction", "yes", "everysec", 0)))
        .singleElement()
        .asString()
        .contains("everysec");
    assertThat(problems(new Server("6.2.6", "noeviction", "yes", "?", 0))).hasSize(1);
  }

  @Test
  void unlessReplicasConfirmOrTheOperatorSaysSo() {
    Server volatileOne = new Server("6.2.6", "noeviction", "no", "no", 1);
    assertThat(ServerCheck.problems(volatileOne, 1, false)).isEmpty();
    assertThat(ServerCheck.problems(volatileOne, 0, true)).isEmpty();
    assertThat(ServerCheck.problems(volatileOne, 2, false))
        .singleElement()
        .asString()
        .contains("replicas");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(problems(new Server("5.0", "allkeys-lru", "no", "no", 0))).hasSize(3);
  }

  @Test
  void theEmbeddedServerPassesAndOneThatIsSetOtherwiseDoesNot() {
    TestRedis redis = TestRedis.shared();
    assertThat(ServerCheck.problems(redis.reactive(), 0, false).block()).isEmpty();
    redis.sync().configSet("appendfsync", "everysec");
    redis.sync().configSet("maxmemory-policy", "allkeys-lru");
    try {
      assertThat(ServerCheck.problems(redis.reactive(), 0, false).block()).hasSize(2);
    } finally {
      redis.sync().configSet("appendfsync", "always");
      redis.sync().configSet("maxmemory-policy", "noeviction");
    }
  }
}
