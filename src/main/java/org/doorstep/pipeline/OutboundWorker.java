package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.doorstep.cell.Cell;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Outgoing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what waits in the outbox: in order within a lane, at the pace the providers allow. */
public final class OutboundWorker {

  private static final int BATCH = 64;

  /** Recipients share these many lanes; a slow one holds up only its own. */
  private static final int LANES = 64;

  /** Urgent messages have lanes of their own, so that none waits behind a broadcast. */
  private static final int URGENT_LANES = 16;

  private static final int MOST_TRIES = 8;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration BEFORE_LOOKING = Duration.ofSeconds(3);

  private final Outbox outbox;
  private final Inbox inbox;
  private final SlackWord word;
  private final Throttle throttle;
  private final List<Messenger> messengers;
  private final InstantSource clock;
  private final Watch watch;
  private final Asides asides = new Asides();

  public OutboundWorker(
      Outbox outbox,
      Inbox inbox,
      SlackWord word,
      Throttle throttle,
      List<Messenger> messengers,
      InstantSource clock,
      Watch watch) {
    this.outbox = outbox;
    this.inbox = inbox;
    this.word = word;
    this.throttle = throttle;
    this.messengers = List.copyOf(messengers);
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Everything that is to be sent, until {@code parcels} ends. A fault of the store ends it with an
   * error; what was in hand is taken up again as tried.
   */
  Mono<Void> sendAll(Cell cell, Holding holding, Flux<Parcel> parcels) {
    return parcels
        .groupBy(OutboundWorker::lane, BATCH)
        .flatMap(
            lane -> lane.concatMap(parcel -> deliver(cell, holding, parcel)), LANES + URGENT_LANES)
        .then();
  }

  Mono<List<Parcel>> next(Holding holding) {
    Instant now = clock.instant();
    return asides
        .of(holding, () -> outbox.asides(holding), now)
        .flatMap(
            known -> {
              String due = asides.due(holding, now);
              return due == null ? outbox.next(holding, BATCH) : waiting(holding, due);
            });
  }

  /** What waits for a place: one to try it with, or all where that got through. */
  private Mono<List<Parcel>> waiting(Holding holding, String place) {
    boolean trying = asides.tryNow(holding, place);
    return outbox
        .aside(holding, place, trying ? 1 : BATCH, trying)
        .doOnError(e -> asides.away(holding, place, clock.instant(), clock.instant()))
        .filter(parcels -> !parcels.isEmpty())
        .switchIfEmpty(
            Mono.defer(() -> outbox.cleared(holding, place))
                .doOnNext(
                    cleared -> {
                      if (cleared) asides.forget(holding, place);
                      else asides.tryAnother(holding, place);
                    })
                .then(Mono.defer(() -> outbox.next(holding, BATCH))));
  }

  private static int lane(Parcel parcel) {
    int hash = parcel.lane().hashCode();
    return parcel.outgoing().urgent()
        ? LANES + Math.floorMod(hash, URGENT_LANES)
        : Math.floorMod(hash, LANES);
  }

  private Mono<Void> deliver(Cell cell, Holding holding, Parcel parcel) {
    String unwanted = unwanted(parcel);
    String away = asides.inTheWayOf(holding, parcel.team(cell), parcel.channel());
    if (away != null && unwanted == null) {
      boolean waits = !parcel.waited() || asides.isAway(holding, away);
      if (waits) return setAside(cell, holding, parcel, away, clock.instant());
    }
    Mono<Delivery> first =
        unwanted != null
            ? Mono.just(new Delivery.Dropped(unwanted))
            : parcel.tried() ? look(cell, holding, parcel) : send(cell, holding, parcel);
    return first.flatMap(delivery -> settle(cell, holding, parcel, delivery, 1));
  }

  private Mono<Void> setAside(
      Cell cell, Holding holding, Parcel parcel, String place, Instant since) {
    if (!parcel.keeps()) return finish(cell, holding, parcel, new Delivery.Dropped("away"));
    Instant first = asides.since(holding, place, since);
    if (parcel.waited()) asides.away(holding, parcel.place(), first, clock.instant());
    return unseen(cell, parcel, place)
        .then(Mono.defer(() -> outbox.setAside(holding, parcel, place, first)))
        .doOnSuccess(done -> asides.stillThere(holding, place, first));
  }

  /** Its place turned out to be away. */
  private Mono<Void> away(Cell cell, Holding holding, Parcel parcel, Delivery.SetAside aside) {
    Instant now = clock.instant();
    Instant since = aside.since() == null ? now : aside.since();
    boolean isNew = asides.away(holding, aside.place(), since, now);
    Mono<Void> told = isNew ? word.gone(cell, aside.place(), aside.why(), since) : Mono.empty();
    return told.then(
        Mono.defer(() -> setAside(cell, holding, parcel, aside.place(), since))
            .doOnSuccess(done -> watch.settled(parcel.outgoing(), aside)));
  }

  /** Nobody in Slack sees a case that is opened now, or a call about one. */
  private Mono<Void> unseen(Cell cell, Parcel parcel, String place) {
    if (parcel.waited()) return Mono.empty();
    Mono<Void> opened =
        parcel.outgoing() instanceof Outgoing.Post post && post.anchor().startsWith("case/")
            ? word.unseen(cell, place, post.anchor())
            : Mono.empty();
    return opened.then(unposted(cell, parcel, "away"));
  }

  /** The first that waited for a place has ended; what was only taken out tells nothing of it. */
  private Mono<Void> tried(Cell cell, Holding holding, Parcel parcel, Delivery delivery) {
    if (!parcel.waited() || !asides.isTried(holding, parcel.place())) return Mono.empty();
    String place = parcel.place();
    if (!(delivery instanceof Delivery.Sent)) {
      asides.tryAnother(holding, place);
      return Mono.empty();
    }
    asides.back(holding, place);
    return word.back(cell, place, asides.since(holding, place, clock.instant()));
  }

  private static @Nullable String unwanted(Parcel parcel) {
    if (!(parcel.outgoing() instanceof Outgoing.ToPerson letter)) return null;
    if (parcel.recipient() == null) return "forgotten";
    return parcel.recipient().optedOut() && !letter.evenIfStopped() ? "stopped" : null;
  }

  private Mono<Delivery> send(Cell cell, Holding holding, Parcel parcel) {
    return throttle
        .take(parcel)
        .then(outbox.attempting(holding, parcel, clock.instant()))
        .then(Mono.defer(() -> outbox.anchored(parcel)))
        .flatMap(anchored -> messenger(parcel).send(cell, anchored));
  }

  /** An earlier attempt may have gone out: nothing is sent again before that is looked up. */
  private Mono<Delivery> look(Cell cell, Holding holding, Parcel parcel) {
    return Mono.delay(BEFORE_LOOKING)
        .then(Mono.defer(() -> messenger(parcel).trace(cell, parcel)))
        .flatMap(
            trace ->
                switch (trace) {
                  case Messenger.Trace.WentOut went -> Mono.<Delivery>just(went.as());
                  case Messenger.Trace.DidNot d -> send(cell, holding, parcel);
                  case Messenger.Trace.Unknown u ->
                      Mono.<Delivery>just(new Delivery.Uncertain("cannot be looked up"));
                });
  }

  private Mono<Void> settle(
      Cell cell, Holding holding, Parcel parcel, Delivery delivery, int tries) {
    boolean last = tries >= MOST_TRIES;
    return switch (delivery) {
      case Delivery.TryLater later when !last ->
          outbox
              .settle(holding, parcel, later, clock.instant())
              .then(Mono.delay(shorter(later.after())))
              .then(Mono.defer(() -> send(cell, holding, parcel)))
              .flatMap(next -> settle(cell, holding, parcel, next, tries + 1));
      case Delivery.Uncertain uncertain when !last ->
          outbox
              .settle(holding, parcel, uncertain, clock.instant())
              .then(Mono.defer(() -> look(cell, holding, parcel)))
              .flatMap(next -> settle(cell, holding, parcel, next, tries + 1));
      case Delivery.TryLater later ->
          finish(cell, holding, parcel, new Delivery.Refused("gave-up"));
      case Delivery.Uncertain uncertain ->
          finish(cell, holding, parcel, new Delivery.Refused("uncertain"));
      case Delivery.Sent sent -> finish(cell, holding, parcel, sent);
      case Delivery.Refused refused -> finish(cell, holding, parcel, refused);
      case Delivery.OptedOut out -> finish(cell, holding, parcel, out);
      case Delivery.Dropped dropped -> finish(cell, holding, parcel, dropped);
      case Delivery.Held held -> finish(cell, holding, parcel, held);
      case Delivery.SetAside aside -> away(cell, holding, parcel, aside);
    };
  }

  private static Duration shorter(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Mono<Void> finish(Cell cell, Holding holding, Parcel parcel, Delivery delivery) {
    return report(cell, parcel, delivery)
        .then(outbox.settle(holding, parcel, delivery, clock.instant()))
        .doOnSuccess(done -> watch.settled(parcel.outgoing(), delivery))
        .then(Mono.defer(() -> tried(cell, holding, parcel, delivery)));
  }

  /** What the provider will never report back by itself comes in by the same door. */
  private Mono<Void> report(Cell cell, Parcel parcel, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Refused refused ->
          report(cell, parcel, DeliveryStatus.FAILED, refused.code())
              .then(unposted(cell, parcel, refused.code()));
      case Delivery.OptedOut out -> report(cell, parcel, DeliveryStatus.FAILED, "opted-out");
      case Delivery.Held held -> report(cell, parcel, DeliveryStatus.HELD, null);
      case Delivery.Dropped dropped -> Mono.empty();
      case Delivery.Sent sent -> Mono.empty();
      case Delivery.TryLater later -> Mono.empty();
      case Delivery.Uncertain uncertain -> Mono.empty();
      case Delivery.SetAside aside -> Mono.empty();
    };
  }

  private Mono<Void> report(
      Cell cell, Parcel parcel, DeliveryStatus status, @Nullable String code) {
    InboundId id = new InboundId("settled/" + parcel.outgoing().id() + "/" + status);
    return inbox
        .accept(
            cell.id(),
            new Inbound.Reported(id, clock.instant(), parcel.outgoing().id(), status, code))
        .then();
  }

  /** What was to be read in Slack about a case, or a call about one, has to reach somebody. */
  private Mono<Void> unposted(Cell cell, Parcel parcel, String code) {
    String anchor =
        parcel.outgoing() instanceof Outgoing.Post post
            ? post.anchor()
            : parcel.outgoing() instanceof Outgoing.InThread line ? line.anchor() : "";
    if (!anchor.startsWith("case/") && !anchor.startsWith("called/")) return Mono.empty();
    InboundId id = new InboundId("unposted/" + parcel.outgoing().id());
    return inbox.accept(cell.id(), new Inbound.Unposted(id, clock.instant(), anchor, code)).then();
  }

  private Messenger messenger(Parcel parcel) {
    return messengers.stream()
        .filter(m -> m.carries(parcel))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no messenger for " + parcel.outgoing().id()));
  }
}
