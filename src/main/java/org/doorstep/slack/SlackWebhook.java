package org.doorstep.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.model.view.View;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.Inbox;
import org.doorstep.talk.Talk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where Slack calls: events, presses on buttons, forms handed in, the slash command. What is signed
 * but not for us is answered 200 and counted, since Slack switches an app off that refuses too
 * much.
 */
public final class SlackWebhook {

  /** Shows a form to whoever has just pressed a button. */
  @FunctionalInterface
  interface Opening {
    Mono<Boolean> open(String trigger, View view);
  }

  public static final String PATH = "/webhooks/slack";

  /** Slack waits 3 s in all. */
  private static final Duration STORING = Duration.ofMillis(2_500);

  /** For a form, and then for keeping what it was about if it could not be opened. */
  private static final Duration OPENING = Duration.ofMillis(1_400);

  private static final Duration STORING_AFTER = Duration.ofMillis(1_200);

  private static final Logger log = LoggerFactory.getLogger(SlackWebhook.class);

  private final SlackDoor door;
  private final SlackReader reader;
  private final Talk talk;
  private final SlackForms forms;
  private final Opening opening;
  private final Inbox inbox;
  private final InstantSource clock;
  private final MeterRegistry meters;

  public SlackWebhook(
      String signingSecret,
      SlackCells cells,
      Inbox inbox,
      Talk talk,
      SlackOpener opener,
      InstantSource clock,
      MeterRegistry meters) {
    this(new SlackDoor(signingSecret, clock), cells, inbox, talk, opener::open, clock, meters);
  }

  SlackWebhook(
      SlackDoor door,
      SlackCells cells,
      Inbox inbox,
      Talk talk,
      Opening opening,
      InstantSource clock,
      MeterRegistry meters) {
    this.door = door;
    this.reader = new SlackReader(cells);
    this.talk = talk;
    this.forms = new SlackForms(talk);
    this.opening = opening;
    this.inbox = inbox;
    this.clock = clock;
    this.meters = meters;
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().POST(PATH, this::called).build();
  }

  private Mono<ServerResponse> called(ServerRequest request) {
    if (!request.headers().header("X-Slack-Retry-Num").isEmpty()) count("retry");
    return door.open(request)
        .flatMap(
            knock ->
                switch (knock) {
                  case SlackDoor.Knock.Turned turned -> turn(turned.status());
                  case SlackDoor.Knock.Unasked u -> noted("not-for-us");
                  case SlackDoor.Knock.Admitted in -> admitted(in.request());
                });
  }

  private Mono<ServerResponse> admitted(Request<?> request) {
    if (request instanceof UrlVerificationRequest asked) {
      count("url-verification");
      return ServerResponse.ok()
          .contentType(MediaType.TEXT_PLAIN)
          .bodyValue(String.valueOf(asked.getChallenge()));
    }
    return switch (read(request)) {
      case Reading.Ignored ignored -> noted(ignored.why());
      case Reading.Wrong wrong -> wrong(wrong);
      case Reading.Opens opens -> open(opens);
      case Reading.Happened happened when request instanceof SlashCommandRequest ->
          accept(happened.cell(), happened.inbound(), STORING, answered(happened.cell()));
      case Reading.Happened happened ->
          accept(happened.cell(), happened.inbound(), STORING, ServerResponse.ok().build());
    };
  }

  /** A payload in an unheard-of shape is not for us; Slack need not send it again. */
  private Reading read(Request<?> request) {
    try {
      return reader.read(request, clock.instant());
    } catch (RuntimeException e) {
      log.warn("Could not read what Slack sent: {}", e.getClass().getSimpleName());
      return new Reading.Ignored("unreadable");
    }
  }

  /** What it could not show in a form is gone through in words. */
  private Mono<ServerResponse> open(Reading.Opens opens) {
    return Mono.defer(() -> opening.open(opens.trigger(), forms.of(opens)))
        .timeout(OPENING)
        .onErrorReturn(false)
        .flatMap(
            open ->
                open
                    ? noted("form-opened")
                    : accept(
                        opens.cell(),
                        opens.otherwise(),
                        STORING_AFTER,
                        ServerResponse.ok().build()));
  }

  private Mono<ServerResponse> wrong(Reading.Wrong wrong) {
    count("form-wrong");
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.faults().forEach((field, id) -> errors.put(field, forms.say(wrong.language(), id)));
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("response_action", "errors", "errors", errors));
  }

  /** Only whoever typed the command sees it: what follows is between the two of us. */
  private Mono<ServerResponse> answered(Cell cell) {
    String words = talk.in(cell.language()).words("home.answered-directly", Map.of());
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("response_type", "ephemeral", "text", SlackText.escaped(words)));
  }

  /**
   * @param thanks once it is kept
   */
  private Mono<ServerResponse> accept(
      Cell cell, Inbound inbound, Duration within, Mono<ServerResponse> thanks) {
    return Mono.defer(() -> inbox.accept(cell.id(), inbound))
        .timeout(within)
        .flatMap(
            acceptance -> {
              count(
                  switch (acceptance) {
                    case NEW -> "accepted";
                    case DUPLICATE -> "duplicate";
                  });
              return thanks;
            })
        .onErrorResume(this::unavailable);
  }

  /** Slack tries again. */
  private Mono<ServerResponse> unavailable(Throwable error) {
    log.warn("Could not store what Slack sent: {}", error.getClass().getSimpleName());
    return turn(HttpStatus.SERVICE_UNAVAILABLE);
  }

  private Mono<ServerResponse> noted(String outcome) {
    count(outcome);
    return ServerResponse.ok().build();
  }

  private Mono<ServerResponse> turn(HttpStatus status) {
    count("turned-" + status.value());
    return ServerResponse.status(status).build();
  }

  private void count(String outcome) {
    meters.counter("doorstep.webhook", "provider", "slack", "outcome", outcome).increment();
  }
}
