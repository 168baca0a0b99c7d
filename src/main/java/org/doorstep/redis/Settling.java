package org.doorstep.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Channel;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Parcel;
import reactor.core.publisher.Mono;

/** Records how far a parcel got, and takes it out of the outbox when that is final. */
final class Settling {

  private static final Script SETTLE = Script.named("settle_outgoing");

  private final Lines lines;
  private final KeyCabinet cabinet;
  private final RoomSettings settings;
  private final Cleanup cleanup;

  Settling(Lines lines, KeyCabinet cabinet, RoomSettings settings, Cleanup cleanup) {
    this.lines = lines;
    this.cabinet = cabinet;
    this.settings = settings;
    this.cleanup = cleanup;
  }

  /** Nothing is final yet. */
  Mono<Void> record(Holding holding, Parcel parcel, String state) {
    return run(holding, parcel, new Verdict(state, "", "stay", List.of(), List.of()));
  }

  /**
   * An attempt begins. Free text for somebody on WhatsApp stays readable for a while: WhatsApp may
   * say later that its window was closed.
   */
  Mono<Void> attempting(Holding holding, Parcel parcel, Instant now) {
    if (!(parcel.outgoing() instanceof Outgoing.ToPerson to)
        || to.whenClosed() == Outgoing.ToPerson.WhenClosed.DROP
        || parcel.recipient() == null
        || parcel.recipient().address().channel() != Channel.WHATSAPP
        || !parcel.recipient().windowOpen(now)) {
      return record(holding, parcel, "attempting");
    }
    List<byte[]> tried = List.of(new Keys(holding.cell()).tried(to.id()));
    List<byte[]> args =
        List.of(Utf8.bytes(now.toEpochMilli()), Utf8.bytes(TriedLetters.REMEMBERED.toMillis()));
    return run(holding, parcel, new Verdict("attempting", "", "try", tried, args));
  }

  Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Sent sent -> run(holding, parcel, sent(holding, parcel, sent));
      case Delivery.TryLater later -> record(holding, parcel, "queued");
      case Delivery.Uncertain uncertain -> record(holding, parcel, "uncertain");
      case Delivery.Refused refused -> run(holding, parcel, Verdict.end("refused"));
      case Delivery.OptedOut out -> run(holding, parcel, Verdict.end("opted-out"));
      case Delivery.Dropped dropped -> run(holding, parcel, Verdict.end("dropped"));
      case Delivery.Held held -> held(holding, parcel, held);
      case Delivery.SetAside aside -> record(holding, parcel, "aside");
    };
  }

  /**
   * @param becomes {@code stay}, {@code try}, {@code end}, {@code bind}, {@code keep} or {@code
   *     aside}, as the script has it
   * @param keys and arguments that belong to that
   */
  private record Verdict(
      String state, String provider, String becomes, List<byte[]> keys, List<byte[]> args) {

    static Verdict end(String state) {
      return new Verdict(state, "", "end", List.of(), List.of());
    }
  }

  Mono<Void> setAside(Holding holding, Parcel parcel, String place, Instant since) {
    if (parcel.waited()) return record(holding, parcel, "aside");
    CellId cell = holding.cell();
    List<byte[]> args =
        List.of(
            Utf8.bytes(place),
            Utf8.bytes(since.toEpochMilli()),
            Utf8.bytes(settings.rememberPosts().toMillis()));
    return run(
        holding,
        parcel,
        new Verdict(
            "aside",
            "",
            "aside",
            List.of(SpaceKeys.aside(cell, place), SpaceKeys.asides(cell)),
            args));
  }

  /** Where it stands: in the outbox, or among what was set aside for a place. */
  private static byte[] stream(Keys keys, String position) {
    if (position.startsWith(Parcel.ASIDE)) {
      return SpaceKeys.aside(keys.cell(), position.substring(2, position.lastIndexOf('/')));
    }
    return keys.outbox(position.startsWith("u:"));
  }

  private static String entry(String position) {
    return position.substring(Math.max(1, position.lastIndexOf('/')) + 1);
  }

  private Verdict sent(Holding holding, Parcel parcel, Delivery.Sent sent) {
    String provider = sent.providerId() == null ? "" : sent.providerId();
    String anchor = RedisOutbox.anchorOf(parcel.outgoing());
    SlackRef post = parcel.outgoing() instanceof Outgoing.Post ? sent.post() : parcel.anchored();
    if (anchor == null || post == null) {
      return new Verdict("sent", provider, "end", List.of(), List.of());
    }
    Keys keys = new Keys(holding.cell());
    return new Verdict(
        "sent",
        provider,
        "bind",
        List.of(keys.anchor(anchor), keys.thread(post)),
        List.of(
            Utf8.bytes(SentLog.SlackPlace.write(post)),
            Utf8.bytes(anchor),
            Utf8.bytes(settings.rememberPosts().toMillis())));
  }

  private Mono<Void> held(Holding holding, Parcel parcel, Delivery.Held held) {
    if (!(parcel.outgoing() instanceof Outgoing.ToPerson to)) {
      return run(holding, parcel, Verdict.end("held"));
    }
    Set<PersonId> about = new LinkedHashSet<>(to.about());
    about.add(to.to());
    List<String> owners = about.stream().map(PersonId::value).sorted().toList();
    String provider = held.providerId() == null ? "" : held.providerId();
    return cabinet
        .ring(holding.cell(), owners)
        .map(
            ring ->
                ring.hasAll(owners)
                    ? new Verdict(
                        "held",
                        provider,
                        "keep",
                        List.of(new Keys(holding.cell()).held(to.to())),
                        List.of(HeldTexts.seal(owners, to, ring)))
                    : Verdict.end("held"))
        .flatMap(verdict -> run(holding, parcel, verdict));
  }

  private Mono<Void> run(Holding holding, Parcel parcel, Verdict verdict) {
    Keys keys = new Keys(holding.cell());
    List<byte[]> touched =
        new ArrayList<>(
            List.of(
                keys.epoch(),
                stream(keys, parcel.position()),
                keys.sent(parcel.outgoing().id()),
                keys.keyRing()));
    touched.addAll(verdict.keys());
    List<byte[]> args =
        new ArrayList<>(
            List.of(
                Utf8.bytes(holding.epoch()),
                Utf8.bytes(entry(parcel.position())),
                Utf8.bytes(verdict.state()),
                Utf8.bytes(settings.remember().toMillis()),
                Utf8.bytes(verdict.provider()),
                Utf8.bytes(verdict.becomes()),
                Utf8.bytes(Letters.onceFor(parcel.outgoing().id()))));
    args.addAll(verdict.args());
    return SETTLE
        .run(lines.shared(), touched, args)
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .filter(reply -> reply.tag().equals("farewell"))
        .flatMap(reply -> cleanup.afterForgetting(holding.cell()));
  }
}
