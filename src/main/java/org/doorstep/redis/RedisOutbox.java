package org.doorstep.redis;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Person;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Outbox;
import org.doorstep.pipeline.Parcel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox as two streams per cell, the urgent one first. */
final class RedisOutbox implements Outbox {

  private static final Script CLEAR = Script.named("clear_aside");

  private final Lines lines;
  private final KeyCabinet cabinet;
  private final Records records;
  private final SentLog sentLog;
  private final Bell bell;
  private final Backlog urgent;
  private final Backlog normal;
  private final Settling settling;
  private final Map<String, Backlog> asides = new ConcurrentHashMap<>();

  RedisOutbox(Lines lines, Vault vault, Bell bell, RoomSettings settings, Cleanup cleanup) {
    this.lines = lines;
    this.cabinet = new KeyCabinet(lines, vault);
    this.records = new Records(lines);
    this.sentLog = new SentLog(lines);
    this.bell = bell;
    this.urgent = new Backlog(lines, keys -> keys.outbox(true));
    this.normal = new Backlog(lines, keys -> keys.outbox(false));
    this.settling = new Settling(lines, cabinet, settings, cleanup);
  }

  @Override
  public Mono<List<Parcel>> next(Holding holding, int limit) {
    String name = bellOf(holding.cell());
    return Mono.defer(
        () -> {
          long heard = bell.heard(name);
          return once(holding, limit)
              .filter(parcels -> !parcels.isEmpty())
              .switchIfEmpty(
                  bell.await(name, heard, Backlog.MOMENT)
                      .then(Mono.defer(() -> once(holding, limit))));
        });
  }

  private Mono<List<Parcel>> once(Holding holding, int limit) {
    return urgent
        .next(holding, limit, items -> parcels(holding, urgent, "u:", items))
        .filter(first -> !first.isEmpty())
        .switchIfEmpty(normal.next(holding, limit, items -> parcels(holding, normal, "n:", items)));
  }

  @Override
  public Mono<Map<String, Instant>> asides(Holding holding) {
    return lines
        .shared()
        .hgetall(SpaceKeys.asides(holding.cell()))
        .collectMap(
            each -> Utf8.text(each.getKey()),
            each -> Instant.ofEpochMilli(Long.parseLong(Utf8.text(each.getValue()))));
  }

  @Override
  public Mono<Void> setAside(Holding holding, Parcel parcel, String place, Instant since) {
    return settling.setAside(holding, parcel, place, since);
  }

  @Override
  public Mono<List<Parcel>> aside(Holding holding, String place, int limit, boolean fromTheFirst) {
    Backlog waiting =
        asides.computeIfAbsent(
            holding.cell() + " " + place,
            p -> new Backlog(lines, keys -> SpaceKeys.aside(keys.cell(), place)));
    if (fromTheFirst) waiting.again(holding);
    return waiting.next(
        holding, limit, items -> parcels(holding, waiting, Parcel.ASIDE + place + "/", items));
  }

  @Override
  public Mono<Boolean> cleared(Holding holding, String place) {
    Keys keys = new Keys(holding.cell());
    return CLEAR
        .run(
            lines.shared(),
            List.of(
                keys.epoch(),
                SpaceKeys.aside(holding.cell(), place),
                SpaceKeys.asides(holding.cell())),
            List.of(Utf8.bytes(holding.epoch()), Utf8.bytes(place)))
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .map(reply -> reply.tag().equals("cleared"));
  }

  private Mono<List<Parcel>> parcels(
      Holding holding, Backlog from, String prefix, List<Backlog.Item> items) {
    Set<String> owners = new LinkedHashSet<>();
    items.forEach(item -> owners.addAll(ownersOf(item)));
    return cabinet
        .ring(holding.cell(), owners)
        .flatMap(
            ring ->
                Flux.fromIterable(items)
                    .concatMap(item -> letter(holding, from, prefix, ring, item))
                    .collectList())
        .flatMap(letters -> addressed(holding.cell(), letters));
  }

  private record Opened(String position, Letters.Letter letter) {}

  /** Empty for what nobody can read any more; that is taken out. */
  private Mono<Opened> letter(
      Holding holding, Backlog from, String prefix, KeyRing ring, Backlog.Item item) {
    String id = item.text("i");
    byte[] sealed = item.fields().get("s");
    byte[] plain = id == null || sealed == null ? null : unsealed(ring, ownersOf(item), id, sealed);
    if (plain == null) return from.drop(holding, item.position()).then(Mono.empty());
    return Mono.just(new Opened(prefix + item.position(), Wire.read(Letters.Letter.class, plain)));
  }

  /** What was tampered with is as good as gone: it must not hold up what is behind it. */
  private static byte @Nullable [] unsealed(
      KeyRing ring, List<String> owners, String id, byte[] sealed) {
    try {
      return ring.unseal(owners, Letters.label(id), sealed);
    } catch (DataKey.Tampered e) {
      return null;
    }
  }

  private Mono<List<Parcel>> addressed(CellId cell, List<Opened> letters) {
    List<RecordRef> recipients =
        letters.stream()
            .map(opened -> opened.letter().outgoing())
            .flatMap(o -> o instanceof Outgoing.ToPerson to ? Stream.of(to.to()) : Stream.of())
            .map(RecordRef::person)
            .distinct()
            .toList();
    return records
        .read(cell, recipients)
        .flatMap(
            kept ->
                cabinet
                    .ring(cell, recipients.stream().map(RecordRef::id).toList())
                    .flatMap(
                        ring ->
                            Flux.fromIterable(letters)
                                .flatMapSequential(opened -> parcel(cell, opened, kept, ring))
                                .collectList()));
  }

  private Mono<Parcel> parcel(
      CellId cell, Opened opened, Map<RecordRef, Records.Sealed> kept, KeyRing ring) {
    Outgoing outgoing = opened.letter().outgoing();
    Person recipient = opened.letter().farewell();
    if (recipient == null && outgoing instanceof Outgoing.ToPerson to) {
      RecordRef ref = RecordRef.person(to.to());
      recipient = kept.getOrDefault(ref, Records.Sealed.ABSENT).open(Person.class, ref, ring);
    }
    Person to = recipient;
    return anchored(cell, outgoing)
        .map(List::of)
        .defaultIfEmpty(List.of())
        .zipWith(
            sentLog.uncertain(cell, outgoing.id()),
            (anchor, tried) ->
                new Parcel(
                    cell,
                    opened.position(),
                    outgoing,
                    to,
                    anchor.isEmpty() ? null : anchor.getFirst(),
                    tried));
  }

  @Override
  public Mono<Parcel> anchored(Parcel parcel) {
    if (parcel.anchored() != null) return Mono.just(parcel);
    return anchored(parcel.cell(), parcel.outgoing()).map(parcel::at).defaultIfEmpty(parcel);
  }

  private Mono<SlackRef> anchored(CellId cell, Outgoing outgoing) {
    String anchor = anchorOf(outgoing);
    return anchor == null
        ? Mono.empty()
        : lines
            .shared()
            .get(new Keys(cell).anchor(anchor))
            .map(place -> SentLog.SlackPlace.read(Utf8.text(place)));
  }

  static @Nullable String anchorOf(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Post o -> o.anchor();
      case Outgoing.Repost o -> o.anchor();
      case Outgoing.InThread o -> o.anchor();
      case Outgoing.Attachment o -> o.anchor();
      case Outgoing.ToPerson o -> null;
      case Outgoing.Mark o -> null;
      case Outgoing.Home o -> null;
      case Outgoing.Whisper o -> null;
      case Outgoing.Picture o -> null;
      case Outgoing.TextMessage o -> null;
      case Outgoing.Modal o -> null;
    };
  }

  @Override
  public Mono<Void> attempting(Holding holding, Parcel parcel, Instant now) {
    return settling.attempting(holding, parcel, now);
  }

  @Override
  public Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now) {
    return settling.settle(holding, parcel, delivery);
  }

  static String bellOf(CellId cell) {
    return "outbox/" + cell;
  }

  private static List<String> ownersOf(Backlog.Item item) {
    String owners = item.text("o");
    return owners == null ? List.of() : Arrays.asList(owners.split(" "));
  }
}
