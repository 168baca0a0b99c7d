package org.doorstep.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.model.view.View;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Absence;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Strangers;
import org.doorstep.pipeline.Inbox;
import org.doorstep.talk.Talk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes in what Slack tells, however it came, and answers once it is kept. What is not for us is
 * answered as well and counted, since Slack switches an app off that refuses too much.
 */
public final class SlackIntake {

  /** Shows a form to whoever has just pressed a button. */
  @FunctionalInterface
  interface Opening {
    Mono<Boolean> open(Cell cell, String team, String trigger, View view);
  }

  /** Finds out what whoever did something is in their workspace. */
  interface Asking {
    Mono<Inbound> told(Cell cell, Inbound inbound);

    default void forget(String team, String user) {}
  }

  /** Hears of workspaces that have left us. Completes once that is kept. */
  @FunctionalInterface
  public interface Leaving {
    Mono<Void> left(String team, Absence why, Instant at);
  }

  /**
   * What Slack is answered.
   *
   * @param status as in HTTP
   * @param body a text, an object for JSON, or null for none
   */
  record Reply(int status, @Nullable Object body) {

    static final Reply OK = new Reply(200, null);
    static final Reply UNAVAILABLE = new Reply(503, null);
  }

  /** Slack waits 3 s in all. */
  private static final Duration STORING = Duration.ofMillis(2_500);

  /** For a form, and then for keeping what it was about if it could not be opened. */
  private static final Duration OPENING = Duration.ofMillis(1_400);

  private static final Duration STORING_AFTER = Duration.ofMillis(1_200);

  private static final Logger log = LoggerFactory.getLogger(SlackIntake.class);

  private final SlackReader reader;
  private final Talk talk;
  private final SlackForms forms;
  private final Opening opening;
  private final Asking asking;
  private final Leaving leaving;
  private final Inbox inbox;
  private final InstantSource clock;
  private final MeterRegistry meters;

  SlackIntake(
      SlackCells cells,
      Inbox inbox,
      Talk talk,
      Opening opening,
      Asking asking,
      Leaving leaving,
      InstantSource clock,
      MeterRegistry meters) {
    this.reader = new SlackReader(cells);
    this.talk = talk;
    this.forms = new SlackForms(talk);
    this.opening = opening;
    this.asking = asking;
    this.leaving = leaving;
    this.inbox = inbox;
    this.clock = clock;
    this.meters = meters;
  }

  public static SlackIntake of(
      SlackCells cells,
      Inbox inbox,
      Talk talk,
      SlackOpener opener,
      SlackStandings standings,
      Leaving leaving,
      InstantSource clock,
      MeterRegistry meters) {
    Asking asking =
        new Asking() {
          @Override
          public Mono<Inbound> told(Cell cell, Inbound inbound) {
            return standings.told(cell, inbound);
          }

          @Override
          public void forget(String team, String user) {
            standings.forget(team, user);
          }
        };
    return new SlackIntake(cells, inbox, talk, opener::open, asking, leaving, clock, meters);
  }

  Mono<Reply> take(Request<?> request) {
    if (request instanceof UrlVerificationRequest asked) {
      count("url-verification");
      return Mono.just(new Reply(200, String.valueOf(asked.getChallenge())));
    }
    return switch (read(request)) {
      case Reading.Ignored ignored -> noted(ignored.why());
      case Reading.Wrong wrong -> wrong(wrong);
      case Reading.Opens opens -> open(opens);
      case Reading.Left left -> left(left);
      case Reading.MemberChanged changed -> changed(changed);
      case Reading.Happened happened when request instanceof SlashCommandRequest ->
          accept(happened.cell(), happened.inbound(), STORING, answered(happened.cell()));
      case Reading.Happened happened ->
          accept(happened.cell(), happened.inbound(), STORING, Reply.OK);
    };
  }

  Mono<Reply> unasked() {
    return noted("not-for-us");
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

  /** What it could not show in a form is gone through in words; a stranger is shown none. */
  private Mono<Reply> open(Reading.Opens opens) {
    return Mono.defer(() -> asking.told(opens.cell(), opens.otherwise()))
        .filter(told -> !stranger(opens.cell(), told))
        .flatMap(told -> opening.open(opens.cell(), opens.team(), opens.trigger(), forms.of(opens)))
        .timeout(OPENING)
        .onErrorReturn(false)
        .defaultIfEmpty(false)
        .flatMap(
            open ->
                open
                    ? noted("form-opened")
                    : accept(opens.cell(), opens.otherwise(), STORING_AFTER, Reply.OK));
  }

  private static boolean stranger(Cell cell, Inbound told) {
    return told instanceof Inbound.Pressed pressed && Strangers.is(cell, pressed.sender());
  }

  /** Whoever sees cases and is gone is for the desk. */
  private Mono<Reply> changed(Reading.MemberChanged changed) {
    asking.forget(changed.team(), changed.user());
    return changed.left() == null
        ? noted("member-changed")
        : accept(changed.cell(), changed.left(), STORING, Reply.OK);
  }

  private Mono<Reply> wrong(Reading.Wrong wrong) {
    count("form-wrong");
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.faults().forEach((field, id) -> errors.put(field, forms.say(wrong.language(), id)));
    return Mono.just(new Reply(200, Map.of("response_action", "errors", "errors", errors)));
  }

  private Mono<Reply> left(Reading.Left left) {
    return Mono.defer(() -> leaving.left(left.team(), left.why(), left.at()))
        .timeout(STORING)
        .then(Mono.defer(() -> noted("workspace-left")))
        .onErrorResume(this::unavailable);
  }

  /** Only whoever typed the command sees it: what follows is between the two of us. */
  private Reply answered(Cell cell) {
    String words = talk.in(cell.language()).words("home.answered-directly", Map.of());
    return new Reply(200, Map.of("response_type", "ephemeral", "text", SlackText.escaped(words)));
  }

  /**
   * @param thanks once it is kept
   */
  private Mono<Reply> accept(Cell cell, Inbound inbound, Duration within, Reply thanks) {
    return Mono.defer(() -> asking.told(cell, inbound))
        .flatMap(told -> inbox.accept(cell.id(), told))
        .timeout(within)
        .map(
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
  private Mono<Reply> unavailable(Throwable error) {
    log.warn("Could not store what Slack sent: {}", error.getClass().getSimpleName());
    count("turned-503");
    return Mono.just(Reply.UNAVAILABLE);
  }

  private Mono<Reply> noted(String outcome) {
    count(outcome);
    return Mono.just(Reply.OK);
  }

  void count(String outcome) {
    meters.counter("doorstep.webhook", "provider", "slack", "outcome", outcome).increment();
  }
}
