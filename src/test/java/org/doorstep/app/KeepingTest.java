package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Content;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.pipeline.Inbox;
import org.doorstep.redis.EmbeddedServer;
import org.doorstep.redis.RedisRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The way to Redis, on real servers. */
class KeepingTest {

  @TempDir Path folder;

  @EnableAutoConfiguration
  @Import({Keeping.class, Readiness.class})
  static class OnlyKeeping {
    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }
  }

  private ConfigurableApplicationContext start(String... settings) {
    return new SpringApplicationBuilder(OnlyKeeping.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.main.web-application-type=none",
            "logging.level.root=ERROR",
            "management.endpoint.health.validate-group-membership=false",
            "doorstep.flows=src",
            "doorstep.data=" + folder.resolve("data"))
        .properties(settings)
        .run("--spring.main.web-application-type=none");
  }

  @Test
  void withoutARedisTheEmbeddedOneIsUsedAndStoppedAfterwards() {
    RedisLink link;
    try (var context = start()) {
      link = context.getBean(RedisLink.class);
      var said =
          new Inbound.Said(
              new InboundId("twilio/SM1"),
              Instant.EPOCH,
              new Inbound.Sender(new Address(Channel.WHATSAPP, "+447700900001"), List.of(), null),
              Content.text("hello"));
      var inbox = context.getBean(RedisRoom.class).inbox();
      assertThat(inbox.accept(new CellId("hyde-park"), said).block())
          .isEqualTo(Inbox.Acceptance.NEW);
      context.getBean(Readiness.Pulse.class).beat().block();
    }
    assertThatThrownBy(() -> link.ping().block()).isInstanceOf(RuntimeException.class);
    assertThat(folder.resolve("data").resolve("redis")).isDirectory();
  }

  @Test
  void theVillagesKeysAreMadeOnceAndForTheOwnerOnly() throws Exception {
    VillageKeyset.in(folder);
    Path file = folder.resolve("village-keyset");
    String keys = Files.readString(file);
    VillageKeyset.in(folder);

    assertThat(file).hasContent(keys);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aConfiguredRedisIsReachedThroughSpringsSettings() throws Exception {
    try (var server = EmbeddedServer.start(folder.resolve("other"));
        var context =
            start(
                "spring.data.redis.port=" + server.port(),
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.password=" + server.password())) {
      context.getBean(Readiness.Pulse.class).beat().block();

      RedisLink link = context.getBean(RedisLink.class);
      assertThat(link.client().getOptions().getDisconnectedBehavior())
          .isEqualTo(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
      assertThat(folder.resolve("data").resolve("redis")).doesNotExist();
    }
  }

  @Test
  void aRedisThatMayLoseMessagesIsRefused() throws Exception {
    try (var server = EmbeddedServer.start(folder.resolve("other"));
        var client = RedisClient.create(server.uri())) {
      client.connect().sync().configSet("appendfsync", "everysec");
      client.connect().sync().configSet("maxmemory-policy", "allkeys-lru");
      RedisLink link = RedisLink.configured(client);

      assertThatThrownBy(() -> link.check(0, false))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(2));
      assertThatThrownBy(() -> link.check(0, true))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(refusal.problems())
                      .singleElement()
                      .asString()
                      .contains("maxmemory-policy"));
    }
  }

  @Test
  void aFolderInUseIsARefusalInWords() {
    try (RedisLink first = RedisLink.embedded(folder)) {
      assertThat(first.client()).isNotNull();
      assertThatThrownBy(() -> RedisLink.embedded(folder))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(refusal.problems())
                      .singleElement()
                      .asString()
                      .contains("is in use by another Doorstep"));
    }
  }
}
