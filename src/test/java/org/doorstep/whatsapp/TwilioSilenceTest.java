package org.doorstep.whatsapp;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.LogWatch;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.RememberingInbox;
import org.doorstep.talk.TemplateText;
import org.doorstep.talk.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What people say is in no log, at any level, but of loggers that are named to be kept quiet. */
class TwilioSilenceTest {

  private static final String[] CANARIES = {
    "canarywords", "+447700900299", "447700900299", "%2B447700900299", "Canary Example", Forms.TOKEN
  };
  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

  @RegisterExtension
  static final WireMockExtension twilio =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static LogWatch watch() {
    return new LogWatch(
        "org.doorstep",
        "org.springframework",
        "reactor",
        "io.netty",
        "com.twilio",
        "jdk",
        "org.apache");
  }

  @Test
  void aMessageComesInWithoutAWord() throws IOException {
    RememberingInbox inbox = new RememberingInbox();
    TwilioWebhook webhook =
        new TwilioWebhook(
            Forms.ACCOUNT,
            URI.create("https://doorstep.example"),
            number -> Optional.of(ChannelsCell.cell()),
            inbox,
            words -> Optional.empty(),
            InstantSource.fixed(NOW),
            new SimpleMeterRegistry());
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(webhook.routes())))
            .bindNow();
    String body =
        Forms.recorded("text")
            .replace("prescription", "canarywords")
            .replace("447700900201", "447700900299");
    try (LogWatch log = watch()) {
      post(
          server.port(),
          body,
          Forms.sign("https://doorstep.example" + TwilioWebhook.MESSAGES, body));
      post(server.port(), body, "tampered");
      inbox.failWith(new IllegalStateException("canarywords"));
      post(
          server.port(),
          body,
          Forms.sign("https://doorstep.example" + TwilioWebhook.MESSAGES, body));
      assertThat(log.heardAnything()).isTrue();
      assertThat(log.leaks(CANARIES)).isEmpty();
    } finally {
      server.disposeNow();
    }
  }

  @Test
  void aMessageGoesOutWithoutAWord(@TempDir Path data) {
    try (LogWatch log = watch();
        TwilioMessenger messenger =
            new TwilioMessenger(
                Forms.ACCOUNT,
                TwilioEndpoints.of(
                    URI.create("https://doorstep.example"),
                    URI.create(twilio.baseUrl()),
                    URI.create(twilio.baseUrl())),
                data,
                new Words(),
                InstantSource.fixed(NOW))) {
      for (int status : new int[] {201, 400, 500}) {
        twilio.stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withBody(
                            "{\"sid\":\"SM1\",\"code\":63005,\"message\":\"canarywords\",\"status\":"
                                + status
                                + "}")));
        messenger.send(ChannelsCell.cell(), parcel()).block();
        messenger.trace(ChannelsCell.cell(), parcel()).block();
      }
      assertThat(log.heardAnything()).isTrue();
      assertThat(log.leaks(CANARIES)).allMatch(name -> name.startsWith(TwilioMessenger.TALKATIVE));
    }
  }

  private static Parcel parcel() {
    Address address = Address.whatsapp("+447700900299");
    Person person =
        Person.firstSeen(new PersonId("p1"), address, "en", NOW.minus(Duration.ofDays(1)))
            .named("Canary Example");
    Outgoing outgoing =
        new Outgoing.ToPerson(
            new OutgoingId("o1"),
            new PersonId("p1"),
            Utterance.plain("x", "canarywords"),
            Outgoing.ToPerson.WhenClosed.DROP,
            false,
            null,
            Set.of());
    return new Parcel(
        ChannelsCell.cell().id(), "1-0", outgoing, person.heardFrom(address, NOW), null, false);
  }

  private static void post(int port, String body, String signature) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String head =
          "POST "
              + TwilioWebhook.MESSAGES
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: "
              + signature
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    }
  }

  private static final class Words implements TwilioWords {
    @Override
    public String replyWithNumber(String language) {
      return "";
    }

    @Override
    public String choose(String language) {
      return "Choose";
    }

    @Override
    public Optional<TemplateText> template(String name, String language) {
      return Optional.empty();
    }
  }
}
