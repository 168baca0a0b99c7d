package org.doorstep.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.doorstep.pipeline.BlockingCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * Slack by a line that we open ourselves, for those without a public address (its Socket Mode).
 * What comes by it goes the same way as what comes by the webhook, and is acknowledged once it is
 * kept; what is not acknowledged Slack sends again, by whichever line is open. Several processes
 * may each have a line: Slack sends each thing by one of them.
 */
public final class SlackSocket implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);

  private static final int AT_ONCE = 8;

  /** One that is to be closed may overlap with its successor. */
  private static final int LINES = 4;

  private static final int MOST_BYTES = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Slack sends a ping far more often. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String appToken;
  private final Slack slack;
  private final String scheme;
  private final SlackIntake intake;
  private final BlockingCalls calls;
  private final UnaryOperator<Duration> pace;
  private final Gson json = new Gson();

  public SlackSocket(String appToken, SlackAccess access, SlackIntake intake) {
    this(appToken, access, intake, pause -> pause);
  }

  /**
   * @param pace how long a pause really is
   */
  SlackSocket(
      String appToken, SlackAccess access, SlackIntake intake, UnaryOperator<Duration> pace) {
    this.appToken = appToken;
    this.slack = access.within(PATIENCE, PATIENCE).slack();
    this.scheme = "https".equals(access.api().getScheme()) ? "wss" : "ws";
    this.intake = intake;
    this.calls = new BlockingCalls("slack-socket", 1, PATIENCE);
    this.pace = pace;
  }

  /** Keeps a line open; never ends by itself. */
  public Mono<Void> run() {
    Sinks.Many<Integer> wanted = Sinks.many().unicast().onBackpressureBuffer();
    want(wanted, 0);
    return wanted.asFlux().flatMap(failed -> line(wanted, failed), LINES).then();
  }

  /**
   * @param failed how many before it came to nothing
   */
  private Mono<Void> line(Sinks.Many<Integer> wanted, int failed) {
    AtomicBoolean greeted = new AtomicBoolean();
    AtomicBoolean followed = new AtomicBoolean();
    Runnable next =
        () -> {
          if (followed.compareAndSet(false, true)) want(wanted, greeted.get() ? 0 : failed + 1);
        };
    return Mono.delay(pace.apply(pause(failed)))
        .then(Mono.defer(this::address))
        .flatMap(
            address ->
                HttpClient.create()
                    .responseTimeout(PATIENCE)
                    .websocket(
                        WebsocketClientSpec.builder()
                            .maxFramePayloadLength(MOST_BYTES)
                            .handlePing(true)
                            .build())
                    .uri(address)
                    .handle((in, out) -> talk(in, out, greeted, next))
                    .then())
        .onErrorResume(
            e -> {
              log.warn("The line to Slack broke off: {}", e.getClass().getSimpleName());
              return Mono.empty();
            })
        .then(Mono.fromRunnable(next));
  }

  private static Duration pause(int failed) {
    if (failed == 0) return Duration.ZERO;
    Duration pause = Duration.ofMillis(500L << Math.min(failed, 7));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static void want(Sinks.Many<Integer> wanted, int failed) {
    wanted.emitNext(failed, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /** For one line; the next has another. */
  private Mono<URI> address() {
    return calls
        .ask(this::opened, "")
        .filter(url -> url.startsWith(scheme + "://"))
        .map(URI::create)
        .switchIfEmpty(Mono.error(() -> new IOException("no line is to be had")));
  }

  private String opened() throws IOException, SlackApiException {
    AppsConnectionsOpenResponse told =
        slack.methods(appToken).appsConnectionsOpen(r -> r.token(appToken));
    return told.isOk() && told.getUrl() != null ? told.getUrl() : "";
  }

  private Mono<Void> talk(
      WebsocketInbound in, WebsocketOutbound out, AtomicBoolean greeted, Runnable next) {
    Flux<WebSocketFrame> answers =
        in.aggregateFrames(MOST_BYTES)
            .receiveFrames()
            .timeout(SILENCE)
            .flatMap(frame -> answer(frame, greeted, next), AT_ONCE);
    return out.sendObject(answers, frame -> true).then();
  }

  private Mono<WebSocketFrame> answer(WebSocketFrame frame, AtomicBoolean greeted, Runnable next) {
    return switch (frame) {
      case PingWebSocketFrame ping ->
          Mono.just(new PongWebSocketFrame(ping.content().retainedSlice()));
      case TextWebSocketFrame text -> answer(text.text(), greeted, next);
      default -> Mono.empty();
    };
  }

  private Mono<WebSocketFrame> answer(String text, AtomicBoolean greeted, Runnable next) {
    JsonObject told = parsed(text);
    String type = SlackEvents.text(told, "type");
    String envelope = SlackEvents.text(told, "envelope_id");
    return switch (type) {
      case "hello" -> {
        greeted.set(true);
        yield Mono.empty();
      }
      // Slack closes this one soon: the next is opened before it does
      case "disconnect" -> {
        next.run();
        yield Mono.empty();
      }
      default ->
          envelope.isEmpty()
              ? Mono.empty()
              : taken(type, told).flatMap(reply -> acknowledged(envelope, told, reply));
    };
  }

  private Mono<SlackIntake.Reply> taken(String type, JsonObject told) {
    if (told.has("retry_attempt") && !"0".equals(SlackEvents.text(told, "retry_attempt"))) {
      intake.count("retry");
    }
    return switch (SlackRequests.ofEnvelope(type, SlackEvents.object(told, "payload"))) {
      case SlackRequests.Kind.Known known -> intake.take(known.request());
      case SlackRequests.Kind.Unknown u -> intake.unasked();
      case SlackRequests.Kind.Broken b -> intake.unasked();
    };
  }

  /** Nothing at all for what could not be kept: Slack sends it again. */
  private Mono<WebSocketFrame> acknowledged(
      String envelope, JsonObject told, SlackIntake.Reply reply) {
    if (reply.status() != 200) return Mono.empty();
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", envelope);
    boolean more = "true".equals(SlackEvents.text(told, "accepts_response_payload"));
    if (more && reply.body() != null) answer.add("payload", json.toJsonTree(reply.body()));
    return Mono.just(new TextWebSocketFrame(json.toJson(answer)));
  }

  private static JsonObject parsed(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
    } catch (RuntimeException e) {
      return new JsonObject();
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
