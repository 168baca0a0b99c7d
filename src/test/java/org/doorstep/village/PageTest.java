package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class PageTest {

  @TempDir Path flows;
  private VillageServer server;

  @BeforeEach
  void start() {
    server = new VillageServer(flows);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theStateHasTheShapeThatThePageReads() {
    server.post("/village/phones/edna/say", "{\"text\":\"hello\"}");
    server.post("/village/phones/edna/pin", "{\"lat\":53.8,\"lon\":-1.5,\"label\":\"here\"}");
    server.post("/village/phones/edna/media", "{\"kind\":\"audio\"}");
    server.post("/village/slack/C0GROUP/say", "{\"user\":\"U0JOAN\",\"text\":\"morning\"}");
    JsonNode state = server.state();

    assertThat(state.propertyNames())
        .containsExactly("clock", "cell", "phones", "slack", "map", "story");
    assertThat(state.path("clock").path("local").asString()).isEqualTo("Mon 16 Nov, 14:05");
    assertThat(state.path("cell").path("number").asString()).isEqualTo("+44 7700 900000");
    assertThat(state.path("phones")).hasSize(7);
    JsonNode edna = state.path("phones").get(0);
    assertThat(edna.propertyNames())
        .containsExactly("id", "name", "role", "about", "point", "travel", "unread", "messages");
    assertThat(edna.path("messages")).hasSize(3);
    JsonNode message = edna.path("messages").get(0);
    assertThat(message.propertyNames())
        .containsExactly(
            "id", "from", "text", "at", "status", "buttons", "list", "pin", "media", "note");
    assertThat(message.path("from").asString()).isEqualTo("me");
    assertThat(edna.path("messages").get(1).path("pin").path("label").asString()).isEqualTo("here");
    assertThat(edna.path("messages").get(2).path("media").asString()).isEqualTo("audio");
    JsonNode slack = state.path("slack");
    assertThat(slack.path("me").asString()).isEqualTo("U0AMINA");
    assertThat(slack.path("channels")).hasSize(6);
    JsonNode post = slack.path("channels").get(0).path("messages").get(0);
    assertThat(post.propertyNames())
        .contains("ts", "user", "at", "text", "blocks", "reactions", "edited", "thread");
    assertThat(state.path("map").path("homes")).hasSize(7);
    assertThat(state.path("story").propertyNames())
        .containsExactly("running", "step", "of", "title");
  }

  @Test
  void openPagesAreToldWhatChanged() {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var events =
          http.sendAsync(
              HttpRequest.newBuilder(server.base().resolve("/village/events")).build(),
              HttpResponse.BodyHandlers.ofLines());
      Thread.ofVirtual().start(() -> events.join().body().forEach(lines::add));
      VillageServer.until(() -> !lines.isEmpty());
      for (int i = 0; i < 20; i++) server.village.forward(Duration.ofSeconds(1));
      server.post("/village/phones/tom/say", "{\"text\":\"hello\"}");

      VillageServer.until(() -> lines.contains("data:{\"what\":\"phone\",\"id\":\"tom\"}"));
      assertThat(lines).contains("event:changed", "data:{\"what\":\"clock\",\"id\":null}");
      assertThat(lines.stream().filter(line -> line.contains("clock"))).hasSizeLessThan(10);
      server.village.close();
    }
  }

  @Test
  void theClockGoesForwardOnly() {
    assertThat(server.post("/village/clock/forward", "{\"seconds\":3600}")).isEqualTo(200);
    assertThat(server.clock.instant()).isEqualTo(VillageServer.START.plusSeconds(3600));
    assertThat(server.post("/village/clock/forward", "{\"seconds\":-1}")).isEqualTo(400);
    assertThat(server.post("/village/clock/forward", "{}")).isEqualTo(400);
    assertThatThrownBy(() -> server.clock.forward(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theClockStaysAheadAfterARestart() {
    VillageClock before = VillageClock.keptIn(flows.resolve("clock"));
    before.forward(Duration.ofDays(2));
    before.forward(Duration.ofHours(1));
    assertThat(VillageClock.keptIn(flows.resolve("clock")).offset())
        .isEqualTo(Duration.ofHours(49));
  }

  @Test
  void buttonsInADirectConversationCanBePressed() {
    server.post("/village/slack/dm/U0MARCUS/say", "{\"text\":\"I want to help\"}");
    JsonNode direct = server.state().path("slack").path("dms").get(0);
    assertThat(direct.path("user").asString()).isEqualTo("U0MARCUS");
    String ts = direct.path("messages").get(0).path("ts").asString();

    assertThat(
            server.post(
                "/village/slack/dm/U0MARCUS/press",
                "{\"user\":\"U0MARCUS\",\"ts\":\"%s\",\"actionId\":\"tap:0\",\"value\":\"v\"}"
                    .formatted(ts)))
        .isEqualTo(200);
    assertThat(server.awaits(r -> r.body().startsWith("payload=")).form().get("payload"))
        .contains("\"channel\":{\"id\":\"D0MARCUS\",\"name\":\"directmessage\"}");
    assertThat(server.post("/village/slack/dm/U0NOBODY/say", "{\"text\":\"x\"}")).isEqualTo(400);
  }

  @Test
  void anotherSitesPageMovesNothing() {
    String body = "{\"seconds\":3600}";
    assertThat(server.post("/village/clock/forward", body, "Origin", "https://elsewhere.example"))
        .isEqualTo(403);
    assertThat(server.post("/village/clock/forward", body, "Origin", "null")).isEqualTo(403);
    assertThat(server.clock.offset()).isZero();
    assertThat(server.post("/village/clock/forward", body, "Origin", server.base().toString()))
        .isEqualTo(200);
  }

  @Test
  void theProvidersAnswerToThisMachineOnly() {
    assertThat(visitFrom("192.0.2.7", "/village/twilio/v1/Content"))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(visitFrom("192.0.2.7", "/village/slack/api/auth.test"))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(visitFrom("127.0.0.1", "/village/slack/api/auth.test")).isEqualTo(HttpStatus.OK);
    assertThat(visitFrom("192.0.2.7", "/village/state")).isEqualTo(HttpStatus.OK);
  }

  private HttpStatus visitFrom(String address, String path) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post(path)
                .remoteAddress(new java.net.InetSocketAddress(address, 4711)));
    server
        .village
        .guard()
        .filter(
            exchange,
            passed -> Mono.fromRunnable(() -> passed.getResponse().setStatusCode(HttpStatus.OK)))
        .block();
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    assertThat(status).isNotNull();
    return HttpStatus.valueOf(status == null ? 500 : status.value());
  }

  @Test
  void whatCannotBeDoneIsRefusedAndNothingBreaks() {
    assertThat(server.post("/village/phones/nobody/say", "{\"text\":\"x\"}")).isEqualTo(400);
    assertThat(server.post("/village/phones/edna/dance", "{}")).isEqualTo(400);
    assertThat(server.post("/village/phones/edna/pin", "{\"lat\":\"x\"}")).isEqualTo(400);
    assertThat(server.post("/village/slack/C0NOWHERE/say", "{\"user\":\"U0JOAN\"}")).isEqualTo(400);
    assertThat(server.post("/village/slack/C0GROUP/press", "not json")).isEqualTo(400);
    assertThat(server.post("/village/inject", "{\"kind\":\"meteor\"}")).isEqualTo(400);
  }

  @Test
  void theVillageNeverCallsAnotherMachine() {
    try (Webhooks webhooks = new Webhooks()) {
      assertThat(
              webhooks.post(
                  URI.create("http://192.0.2.7/x"), java.util.Map.of(), "", Duration.ofSeconds(1)))
          .isEqualTo(Webhooks.NO_ANSWER);
    }
  }
}
