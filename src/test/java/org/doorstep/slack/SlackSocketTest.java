package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.RememberingInbox;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Against a real websocket server that speaks as Slack does. */
class SlackSocketTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  private static final String HELLO = "{\"type\":\"hello\",\"num_connections\":1}";

  private final RememberingInbox inbox = new RememberingInbox();
  private final BlockingQueue<Sinks.Many<String>> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private DisposableServer server;
  private SlackSocket socket;
  private Disposable running;
  private volatile boolean refuses;

  @BeforeEach
  void open() {
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(
                routes ->
                    routes
                        .post(
                            "/api/apps.connections.open",
                            (request, response) -> {
                              asked.add(request.requestHeaders().get("Authorization"));
                              String url = "ws://127.0.0.1:" + server.port() + "/link?ticket=1";
                              return response
                                  .header("Content-Type", "application/json")
                                  .sendString(
                                      Mono.just(
                                          refuses
                                              ? "{\"ok\":false,\"error\":\"internal_error\"}"
                                              : "{\"ok\":true,\"url\":\"" + url + "\"}"));
                            })
                        .ws(
                            "/link",
                            (in, out) -> {
                              Sinks.Many<String> line =
                                  Sinks.many().unicast().onBackpressureBuffer();
                              lines.add(line);
                              return Mono.firstWithSignal(
                                  in.receive().asString().doOnNext(said::add).then(),
                                  out.sendString(line.asFlux()).then());
                            }))
            .bindNow();
    SlackIntake intake =
        new SlackIntake(
            Payloads.CELLS,
            inbox,
            ShippedTalk.load(),
            (cell, team, trigger, view) -> Mono.just(true),
            (cell, inbound) -> Mono.just(inbound),
            (team, why, at) -> Mono.empty(),
            InstantSource.fixed(NOW),
            new SimpleMeterRegistry());
    socket =
        new SlackSocket(
            "xapp-made-up",
            SlackAccess.of(null, URI.create("http://127.0.0.1:" + server.port() + "/api/")),
            intake,
            pause -> pause.dividedBy(50));
  }

  @AfterEach
  void close() {
    running.dispose();
    socket.close();
    server.disposeNow(Duration.ofSeconds(1));
  }

  private Sinks.Many<String> line() throws InterruptedException {
    Sinks.Many<String> line = lines.poll(10, TimeUnit.SECONDS);
    assertThat(line).as("a line is open").isNotNull();
    line.tryEmitNext(HELLO);
    return line;
  }

  private JsonObject answer() throws InterruptedException {
    String answer = said.poll(10, TimeUnit.SECONDS);
    assertThat(answer).as("it is acknowledged").isNotNull();
    return JsonParser.parseString(answer).getAsJsonObject();
  }

  private static String envelope(String id, String type, boolean answers, String payload) {
    return "{\"envelope_id\":\"%s\",\"type\":\"%s\",\"accepts_response_payload\":%s,\"payload\":%s}"
        .formatted(id, type, answers, payload);
  }

  private static String payload(String form) {
    String recorded = Payloads.recorded(form);
    return URLDecoder.decode(recorded.substring("payload=".length()), StandardCharsets.UTF_8);
  }

  @Test
  void whatComesByTheLineIsAcknowledgedOnceItIsKept() throws Exception {
    running = socket.run().subscribe();
    Sinks.Many<String> line = line();
    line.tryEmitNext(envelope("e1", "events_api", false, Payloads.recorded("direct-message.json")));
    assertThat(answer().get("envelope_id").getAsString()).isEqualTo("e1");
    line.tryEmitNext(envelope("e2", "interactive", false, payload("press-in-channel.form")));
    assertThat(answer().get("envelope_id").getAsString()).isEqualTo("e2");
    assertThat(inbox.kept())
        .extracting(Object::getClass)
        .containsExactly(Inbound.Said.class, Inbound.Pressed.class);
    assertThat(asked).containsExactly("Bearer xapp-made-up");
  }

  @Test
  void aCommandAndAWrongFormAreAnsweredInTheAcknowledgement() throws Exception {
    running = socket.run().subscribe();
    Sinks.Many<String> line = line();
    line.tryEmitNext(
        envelope(
            "e1",
            "slash_commands",
            true,
            "{\"command\":\"/doorstep\",\"text\":\"my jobs & more\",\"team_id\":\"T0DOORSTEP\","
                + "\"user_id\":\"U0VOL\",\"user_name\":\"vol\",\"channel_id\":\"C0NORTH\","
                + "\"trigger_id\":\"1.2.3\"}"));
    assertThat(answer().getAsJsonObject("payload").get("response_type").getAsString())
        .isEqualTo("ephemeral");
    assertThat(inbox.kept())
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Said.class,
            said -> assertThat(said.content().text()).isEqualTo("my jobs & more"));
    line.tryEmitNext(envelope("e2", "interactive", true, payload("form-join-wrong.form")));
    assertThat(answer().getAsJsonObject("payload").get("response_action").getAsString())
        .isEqualTo("errors");
  }

  @Test
  void whatCouldNotBeKeptIsNotAcknowledgedAndComesAgain() throws Exception {
    running = socket.run().subscribe();
    Sinks.Many<String> line = line();
    String event = envelope("e1", "events_api", false, Payloads.recorded("direct-message.json"));
    inbox.failWith(new IllegalStateException("away"));
    line.tryEmitNext(event);
    assertThat(said.poll(500, TimeUnit.MILLISECONDS)).isNull();
    inbox.failWith(null);
    line.tryEmitNext(event);
    assertThat(answer().get("envelope_id").getAsString()).isEqualTo("e1");
    assertThat(inbox.kept()).hasSize(1);
  }

  @Test
  void theNextLineIsOpenBeforeTheOldOneIsClosed() throws Exception {
    running = socket.run().subscribe();
    Sinks.Many<String> old = line();
    old.tryEmitNext("{\"type\":\"disconnect\",\"reason\":\"warning\"}");
    Sinks.Many<String> next = line();
    String event = Payloads.recorded("direct-message.json");
    old.tryEmitNext(envelope("e1", "events_api", false, event));
    assertThat(answer().get("envelope_id").getAsString()).isEqualTo("e1");
    old.tryEmitComplete();
    next.tryEmitNext(envelope("e2", "events_api", false, event));
    assertThat(answer().get("envelope_id").getAsString()).isEqualTo("e2");
    assertThat(lines.poll(500, TimeUnit.MILLISECONDS)).as("one for one").isNull();
  }

  @Test
  void aLineThatBreaksOffIsOpenedAgainAndALineThatIsRefusedLater() throws Exception {
    running = socket.run().subscribe();
    line().tryEmitComplete();
    Sinks.Many<String> second = line();
    refuses = true;
    second.tryEmitComplete();
    assertThat(lines.poll(300, TimeUnit.MILLISECONDS)).isNull();
    refuses = false;
    assertThat(line()).isNotNull();
  }
}
