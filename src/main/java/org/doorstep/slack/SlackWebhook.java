package org.doorstep.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.doorstep.pipeline.Inbox;
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
 * Where Slack calls: events, presses on buttons, the slash command. What is signed but not for us
 * is answered 200 and counted, since Slack switches an app off that refuses too much.
 */
public final class SlackWebhook {

  public static final String PATH = "/webhooks/slack";

  /** Slack waits 3 s in all. */
  private static final Duration STORING = Duration.ofMillis(2_500);

  private static final Logger log = LoggerFactory.getLogger(SlackWebhook.class);

  private final SlackDoor door;
  private final SlackReader reader;
  private final Inbox inbox;
  private final InstantSource clock;
  private final MeterRegistry meters;

  public SlackWebhook(
      String signingSecret,
      SlackCells cells,
      Inbox inbox,
      InstantSource clock,
      MeterRegistry meters) {
    this(new SlackDoor(signingSecret, clock), cells, inbox, clock, meters);
  }

  SlackWebhook(
      SlackDoor door, SlackCells cells, Inbox inbox, InstantSource clock, MeterRegistry meters) {
    this.door = door;
    this.reader = new SlackReader(cells);
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
      case Reading.Happened happened -> accept(happened);
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

  private Mono<ServerResponse> accept(Reading.Happened happened) {
    return Mono.defer(() -> inbox.accept(happened.cell().id(), happened.inbound()))
        .timeout(STORING)
        .flatMap(
            acceptance ->
                noted(
                    switch (acceptance) {
                      case NEW -> "accepted";
                      case DUPLICATE -> "duplicate";
                    }))
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
