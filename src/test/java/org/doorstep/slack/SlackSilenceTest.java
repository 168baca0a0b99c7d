package org.doorstep.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Card;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.LogWatch;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.RememberingInbox;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * What people say is in no log, at any level: the SDK's own listeners are off, Bolt's parser is not
 * used.
 */
class SlackSilenceTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String[] CANARIES = {"canarywords", "xoxb-canary", SECRET};

  @RegisterExtension
  static final WireMockExtension slack =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static LogWatch watch() {
    return new LogWatch(
        "org.doorstep",
        "org.springframework",
        "reactor",
        "io.netty",
        "com.slack",
        "okhttp3",
        "jdk");
  }

  @Test
  void anEventComesInWithoutAWord() throws IOException {
    RememberingInbox inbox = new RememberingInbox();
    SlackWebhook webhook =
        new SlackWebhook(
            SECRET,
            Payloads.CELLS,
            inbox,
            ShippedTalk.load(),
            new SlackOpener(SlackAccess.of("xoxb-canary", URI.create("http://127.0.0.1:1/"))),
            InstantSource.fixed(NOW),
            new SimpleMeterRegistry());
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(webhook.routes())))
            .bindNow();
    String event = Payloads.recorded("thread-message.json").replace("Tell", "canarywords");
    try (LogWatch log = watch()) {
      post(server.port(), event, true);
      post(server.port(), event, false);
      post(server.port(), event.replace("event_callback", "never_seen"), true);
      post(server.port(), event.replace("\"event\"", "\"canarywords\""), true);
      post(server.port(), event.substring(0, event.length() / 2), true);
      post(server.port(), event.replace("\"text\"", "\"text\": [], \"x\""), true);
      post(
          server.port(),
          event.replace("\"user\": \"U0OFFICER\"", "\"user\": {\"canarywords\": 1}"),
          true);
      inbox.failWith(new IllegalStateException("canarywords"));
      post(server.port(), event, true);
      assertThat(log.heardAnything()).isTrue();
      assertThat(log.leaks(CANARIES)).isEmpty();
    } finally {
      server.disposeNow();
    }
  }

  @Test
  void aPostGoesOutWithoutAWord() {
    SlackAccess access = SlackAccess.of("xoxb-canary", URI.create(slack.baseUrl() + "/api/"));
    try (LogWatch log = watch();
        SlackMessenger messenger =
            new SlackMessenger(access, file -> Mono.just(new Attachments.Fetched.Unfit()))) {
      for (String answer :
          List.of("{\"ok\":true}", "{\"ok\":false,\"error\":\"canarywords\"}", "canarywords")) {
        for (int status : new int[] {200, 404, 429, 500}) {
          slack.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(answer)));
          messenger.send(ChannelsCell.cell(), parcel()).block();
          messenger.trace(ChannelsCell.cell(), parcel()).block();
        }
      }
      assertThat(log.leaks(CANARIES)).allMatch(name -> name.startsWith(SlackMessenger.TALKATIVE));
    }
  }

  private static Parcel parcel() {
    Card card = new Card("A job", List.of("canarywords"), "canarywords", List.of());
    Outgoing post =
        new Outgoing.Post(new OutgoingId("o1"), "C0NORTH", "job/r1", card, false, Set.of());
    return new Parcel(ChannelsCell.cell().id(), "1-0", post, null, null, false);
  }

  private static void post(int port, String body, boolean signed) throws IOException {
    String at = Long.toString(NOW.getEpochSecond());
    byte[] bytes = body.getBytes(UTF_8);
    String signature = signed ? new SlackSignature(SECRET).sign(at, bytes) : "v0=00";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String head =
          "POST "
              + SlackWebhook.PATH
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nX-Slack-Signature: "
              + signature
              + "\r\nX-Slack-Request-Timestamp: "
              + at
              + "\r\nContent-Length: "
              + bytes.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    }
  }
}
