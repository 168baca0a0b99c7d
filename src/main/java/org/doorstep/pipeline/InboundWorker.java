package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Desk;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.RequestId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes what came in, decides it and commits it; in order within a lane, lanes side by side. */
public final class InboundWorker {

  private static final int BATCH = 64;
  private static final int LANES = 16;

  /** Somebody else changed the same records; with one owner a cell this is rare, and short. */
  private static final Retry WHILE_STALE =
      Retry.max(50).filter(e -> e instanceof Stale).onRetryExhaustedThrow((r, s) -> s.failure());

  /** Then it is put aside: 5 tries within about 3 s. */
  private static final Retry A_FEW_TIMES =
      Retry.backoff(4, Duration.ofMillis(100))
          .filter(InboundWorker::ownFault)
          .onRetryExhaustedThrow((r, s) -> s.failure());

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A store that stays away is spoken of once a minute. */
  private static final int MENTIONED_EVERY = 30;

  private final Inbox inbox;
  private final Casebook casebook;
  private final Claims claims;
  private final Enquiries enquiries;
  private final Desk desk;
  private final UnaryOperator<Cell> asItIs;
  private final InstantSource clock;
  private final Watch watch;

  public InboundWorker(
      Inbox inbox,
      Casebook casebook,
      Claims claims,
      Enquiries enquiries,
      Desk desk,
      UnaryOperator<Cell> asItIs,
      InstantSource clock,
      Watch watch) {
    this.inbox = inbox;
    this.casebook = casebook;
    this.claims = claims;
    this.enquiries = enquiries;
    this.desk = desk;
    this.asItIs = asItIs;
    this.clock = clock;
    this.watch = watch;
  }

  /** One round: all of a batch is done, or parked, before the next is taken. */
  Mono<Integer> round(Cell cell, Holding holding) {
    return inbox
        .next(holding, BATCH)
        .flatMap(
            entries ->
                Flux.fromIterable(lanes(entries))
                    .flatMap(lane -> oneByOne(cell, holding, lane), LANES)
                    .then(Mono.just(entries.size())));
  }

  private static Collection<List<Inbox.Entry>> lanes(List<Inbox.Entry> entries) {
    Map<String, List<Inbox.Entry>> lanes =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.inbound().lane(), LinkedHashMap::new, Collectors.toList()));
    return lanes.values();
  }

  private Mono<Void> oneByOne(Cell cell, Holding holding, List<Inbox.Entry> lane) {
    return Flux.fromIterable(lane).concatMap(entry -> handle(cell, holding, entry)).then();
  }

  private Mono<Void> handle(Cell cell, Holding holding, Inbox.Entry entry) {
    return Mono.defer(() -> attempt(cell, holding, entry))
        .retryWhen(WHILE_STALE)
        .retryWhen(whileAway(cell, entry))
        .doOnError(e -> watch.failed(cell.id(), entry.inbound(), e, false))
        .retryWhen(A_FEW_TIMES)
        .onErrorResume(
            InboundWorker::ownFault,
            e -> park(cell, holding, entry, e).retryWhen(whileAway(cell, entry)))
        .doOnNext(result -> done(cell, entry.inbound(), result))
        .then();
  }

  private Mono<Watch.Handling> attempt(Cell cell, Holding holding, Inbox.Entry entry) {
    Instant now = clock.instant();
    return casebook
        .open(asItIs.apply(cell), holding, entry, now)
        .flatMap(dossier -> enquiries.answer(dossier, desk.asks(dossier, entry.inbound(), now)))
        .flatMap(dossier -> settle(holding, entry, dossier, now))
        .defaultIfEmpty(Watch.Handling.REPEATED);
  }

  private Mono<Watch.Handling> settle(
      Holding holding, Inbox.Entry entry, Dossier dossier, Instant now) {
    return decided(holding, entry.inbound(), dossier, now)
        .flatMap(settled -> casebook.commit(holding, entry, dossier, settled, now))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case DONE -> Mono.just(Watch.Handling.DONE);
                  case STALE -> Mono.error(new Stale());
                });
  }

  private Mono<Decision.Settled> decided(
      Holding holding, Inbound inbound, Dossier dossier, Instant now) {
    return switch (desk.decide(dossier, inbound, now)) {
      case Decision.Settled settled -> Mono.just(settled);
      case Decision.Contested contested ->
          Flux.fromIterable(contested.attempts())
              .concatMap(attempt -> attempted(holding, attempt))
              .collectMap(Map.Entry::getKey, Map.Entry::getValue)
              .map(outcomes -> desk.conclude(dossier, inbound, outcomes, now));
    };
  }

  private Mono<Map.Entry<RequestId, ClaimOutcome>> attempted(
      Holding holding, ClaimAttempt attempt) {
    return claims
        .attempt(holding, attempt)
        .doOnNext(watch::claimed)
        .map(outcome -> Map.entry(attempt.request(), outcome));
  }

  /** A message waits for its store, for as long as the cell is held. */
  private Retry whileAway(Cell cell, Inbox.Entry entry) {
    return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
        .maxBackoff(LONGEST_PAUSE)
        .filter(e -> e instanceof Away)
        .doBeforeRetry(
            tried -> {
              if (tried.totalRetries() % MENTIONED_EVERY != 0) return;
              watch.failed(cell.id(), entry.inbound(), tried.failure(), false);
            });
  }

  private static boolean ownFault(Throwable error) {
    return !(error instanceof Lost || error instanceof Away);
  }

  private Mono<Watch.Handling> park(
      Cell cell, Holding holding, Inbox.Entry entry, Throwable error) {
    return inbox
        .park(holding, entry, error.getClass().getSimpleName())
        .doOnSuccess(done -> watch.failed(cell.id(), entry.inbound(), error, true))
        .thenReturn(Watch.Handling.PARKED);
  }

  private void done(Cell cell, Inbound inbound, Watch.Handling result) {
    watch.handled(cell.id(), inbound, result, Duration.between(inbound.at(), clock.instant()));
  }

  private static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stale() {
      super("changed since it was opened", null, false, false);
    }
  }
}
