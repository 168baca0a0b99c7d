package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@NullUnmarked
class EmbeddedServerTest {

  @TempDir Path folder;

  private static void using(EmbeddedServer server, Consumer<RedisClient> test) {
    RedisClient client = RedisClient.create(server.uri());
    client.setOptions(RedisOptions.single());
    try {
      test.accept(client);
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
  }

  private static RedisRoom room(RedisClient client) {
    return RedisRoom.connect(client, TestRedis.VAULT, RoomSettings.DEFAULT, InstantSource.system());
  }

  private static Set<String> inbox(EmbeddedServer server) {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    using(
        server,
        client -> {
          RedisRoom room = room(client);
          var holding =
              room.holdings().hold(Samples.CELL.id(), "after", Duration.ofMinutes(1)).block();
          List<Inbox.Entry> entries;
          do {
            entries = room.inbox().next(holding, 500).block();
            entries.forEach(e -> assertThat(ids.add(e.inbound().id().value())).isTrue());
          } while (!entries.isEmpty());
        });
    return ids;
  }

  @Test
  void whatWasKeptIsThereAfterARestart() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      using(
          server,
          client ->
              room(client)
                  .inbox()
                  .accept(Samples.CELL.id(), Samples.said("SM1", "+447700900101", "x"))
                  .block());
    }
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(inbox(server)).containsExactly("twilio/SM1");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(Handshake.answers(server.port(), "guess")).isFalse();
      assertThat(Handshake.answers(server.port(), server.password())).isTrue();
    }
  }

  @Test
  void aFolderInUseIsRefused() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThatThrownBy(() -> EmbeddedServer.start(folder).close()).hasMessageContaining("in use");
      assertThat(server.isAlive()).isTrue();
    }
  }

  @Test
  void aServerThatAKilledProcessLeftBehindIsStoppedFirst() throws Exception {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandons.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    assertThat(other.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    long left = Long.parseLong(Files.readString(folder.resolve("redis.pid")).split(" ")[0]);
    assertThat(ProcessHandle.of(left)).isPresent();
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
      using(
          server,
          client ->
              assertThat(client.connect().sync().get("kept")).isEqualTo("before the process died"));
    }
  }

  /** Starts a server, has it keep something, and dies without a word. */
  static final class Abandons {

    private Abandons() {}

    public static void main(String[] args) throws IOException {
      EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]));
      using(server, client -> client.connect().sync().set("kept", "before the process died"));
      Runtime.getRuntime().halt(9);
    }
  }

  @Test
  void anAppendOnlyFileThatWasCutShortIsLoaded() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      using(
          server,
          client -> {
            Inbox inbox = room(client).inbox();
            inbox.accept(Samples.CELL.id(), Samples.said("SM1", "+447700900101", "x")).block();
            inbox.accept(Samples.CELL.id(), Samples.said("SM2", "+447700900101", "x")).block();
          });
    }
    Path aof = folder.resolve("appendonly.aof");
    try (FileChannel file = FileChannel.open(aof, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(aof) - 7);
    }
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(inbox(server)).containsExactly("twilio/SM1");
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesKillNine() throws IOException {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    EmbeddedServer first = EmbeddedServer.start(folder);
    try (first) {
      using(
          first,
          client -> {
            Inbox inbox = room(client).inbox();
            Flux.range(0, 5000)
                .flatMap(
                    i -> {
                      var inbound =
                          Samples.said("SM" + i, "+447700900%03d".formatted(i % 1000), "x");
                      return inbox
                          .accept(Samples.CELL.id(), inbound)
                          .doOnNext(
                              a -> {
                                acknowledged.add(inbound.id().value());
                                if (acknowledged.size() == 150) first.process().destroyForcibly();
                              })
                          .onErrorResume(e -> Mono.empty());
                    },
                    16)
                .takeUntilOther(Mono.fromFuture(first.process().onExit()))
                .blockLast(Duration.ofSeconds(60));
          });
    }
    assertThat(acknowledged).hasSizeBetween(150, 4999);
    try (EmbeddedServer second = EmbeddedServer.start(folder)) {
      assertThat(inbox(second)).containsAll(acknowledged);
    }
  }

  @Test
  void whatReplicasDoNotHaveIsNotAcknowledged() throws IOException {
    Path other = Files.createDirectory(folder.resolve("replica"));
    try (EmbeddedServer main = EmbeddedServer.start(Files.createDirectory(folder.resolve("main")));
        EmbeddedServer replica = EmbeddedServer.start(other)) {
      using(
          replica,
          client -> {
            var sync = client.connect(ByteArrayCodec.INSTANCE).sync();
            sync.configSet("masterauth", main.password());
            sync.replicaof("127.0.0.1", main.port());
          });
      using(
          main,
          client -> {
            Inbox inbox =
                RedisRoom.connect(
                        client,
                        TestRedis.VAULT,
                        RoomSettings.DEFAULT.replicated(1),
                        InstantSource.system())
                    .inbox();
            var one = Samples.said("SM1", "+447700900101", "x");
            awaitReplica(client);
            assertThat(inbox.accept(Samples.CELL.id(), one).block())
                .isEqualTo(Inbox.Acceptance.NEW);
            replica.process().destroyForcibly();
            replica.process().onExit().join();
            var two = Samples.said("SM2", "+447700900101", "x");
            for (int attempt = 0; attempt < 2; attempt++) {
              assertThatThrownBy(() -> inbox.accept(Samples.CELL.id(), two).block())
                  .isInstanceOf(Lines.NotReplicated.class);
            }
          });
    }
  }

  private static void awaitReplica(RedisClient client) {
    var sync = client.connect().sync();
    long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!sync.info("replication").contains("state=online") && System.nanoTime() < until) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
