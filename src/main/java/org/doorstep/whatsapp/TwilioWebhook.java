package org.doorstep.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.OutgoingId;
import org.doorstep.pipeline.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * Where Twilio calls: messages of residents and volunteers, and how far ours got. It answers 200
 * only when what came is stored, or when storing it would help nobody.
 */
public final class TwilioWebhook {

  public static final String MESSAGES = "/webhooks/twilio/message";
  public static final String STATUS = "/webhooks/twilio/status";

  /** Twilio hangs up after 15 s. */
  private static final Duration STORING = Duration.ofSeconds(8);

  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final Logger log = LoggerFactory.getLogger(TwilioWebhook.class);

  private final TwilioDoor door;
  private final Function<String, Optional<Cell>> cells;
  private final Inbox inbox;
  private final Function<String, Optional<String>> emergency;
  private final InstantSource clock;
  private final MeterRegistry meters;

  /**
   * @param publicUrl the https address that Twilio calls
   * @param cells the cell that a number of ours belongs to, in E.164
   * @param emergency what to answer to words of danger at once, when nothing can be stored
   */
  public TwilioWebhook(
      TwilioAccount account,
      URI publicUrl,
      Function<String, Optional<Cell>> cells,
      Inbox inbox,
      Function<String, Optional<String>> emergency,
      InstantSource clock,
      MeterRegistry meters) {
    this(new TwilioDoor(account, publicUrl), cells, inbox, emergency, clock, meters);
  }

  TwilioWebhook(
      TwilioDoor door,
      Function<String, Optional<Cell>> cells,
      Inbox inbox,
      Function<String, Optional<String>> emergency,
      InstantSource clock,
      MeterRegistry meters) {
    this.door = door;
    this.cells = cells;
    this.inbox = inbox;
    this.emergency = emergency;
    this.clock = clock;
    this.meters = meters;
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().POST(MESSAGES, this::message).POST(STATUS, this::status).build();
  }

  private Mono<ServerResponse> message(ServerRequest request) {
    return door.open(request)
        .flatMap(
            knock ->
                switch (knock) {
                  case TwilioDoor.Knock.Turned turned -> turn(turned.status());
                  case TwilioDoor.Knock.Admitted in -> received(in.form());
                });
  }

  private Mono<ServerResponse> received(TwilioForm form) {
    Optional<Cell> cell = cells.apply(TwilioReader.number(form.text("To")));
    if (cell.isEmpty()) return noted("unknown-number");
    Inbound.Said said = TwilioReader.said(form, now());
    if (cell.get().ownNumber(said.sender().address().value())) return noted("own-number");
    if (!TwilioReader.answerable(said.sender().address())) return noted("unanswerable");
    return accept(cell.get(), said).onErrorResume(e -> unstored(said, e));
  }

  private Mono<ServerResponse> status(ServerRequest request) {
    return door.open(request)
        .flatMap(
            knock ->
                switch (knock) {
                  case TwilioDoor.Knock.Turned turned -> turn(turned.status());
                  case TwilioDoor.Knock.Admitted in -> reported(in.form(), request.queryParam("o"));
                });
  }

  private Mono<ServerResponse> reported(TwilioForm form, Optional<String> outgoing) {
    Optional<Cell> cell = cells.apply(TwilioReader.number(form.text("From")));
    if (cell.isEmpty()) return noted("unknown-number");
    if (outgoing.isEmpty() || outgoing.get().isBlank()) return noted("unknown-message");
    Optional<Inbound.Reported> report =
        TwilioReader.reported(form, new OutgoingId(outgoing.get()), now());
    if (report.isEmpty()) return noted("unknown-status");
    return accept(cell.get(), report.get()).onErrorResume(e -> unavailable(e));
  }

  private Mono<ServerResponse> accept(Cell cell, Inbound inbound) {
    return Mono.defer(() -> inbox.accept(cell.id(), inbound))
        .timeout(STORING)
        .flatMap(
            acceptance ->
                noted(
                    switch (acceptance) {
                      case NEW -> "accepted";
                      case DUPLICATE -> "duplicate";
                    }));
  }

  /**
   * Somebody may be in danger now: tell them what to do although we could not keep their message.
   */
  private Mono<ServerResponse> unstored(Inbound.Said said, Throwable error) {
    return emergency
        .apply(said.content().text())
        .map(
            advice -> {
              count("unstored-danger");
              log.warn(
                  "A message with words of danger was answered but not stored: {}", kind(error));
              return twiml(
                  "<Response><Message>"
                      + HtmlUtils.htmlEscape(advice, "UTF-8")
                      + "</Message></Response>");
            })
        .orElseGet(() -> unavailable(error));
  }

  /** Twilio tries again. */
  private Mono<ServerResponse> unavailable(Throwable error) {
    count("unstored");
    log.warn("Could not store what Twilio sent: {}", kind(error));
    return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
  }

  private Mono<ServerResponse> noted(String outcome) {
    count(outcome);
    return twiml("<Response/>");
  }

  private Mono<ServerResponse> turn(HttpStatus status) {
    count("turned-" + status.value());
    return ServerResponse.status(status).build();
  }

  private static Mono<ServerResponse> twiml(String response) {
    return ServerResponse.ok().contentType(XML).bodyValue(DECLARATION + response);
  }

  private void count(String outcome) {
    meters.counter("doorstep.webhook", "provider", "twilio", "outcome", outcome).increment();
  }

  private Instant now() {
    return clock.instant();
  }

  private static String kind(Throwable error) {
    return error.getClass().getSimpleName();
  }
}
