package org.doorstep.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The inbox as a stream per cell, sealed with the key of who sent what. */
final class RedisInbox implements Inbox {

  private static final Script ACCEPT = Script.named("accept_inbound");
  private static final Script PARK = Script.named("park_inbound");

  private final Lines lines;
  private final Vault vault;
  private final KeyCabinet cabinet;
  private final Bell bell;
  private final Backlog backlog;
  private final RoomSettings settings;

  RedisInbox(Lines lines, Vault vault, Bell bell, RoomSettings settings) {
    this.lines = lines;
    this.vault = vault;
    this.cabinet = new KeyCabinet(lines, vault);
    this.bell = bell;
    this.backlog = new Backlog(lines, Keys::inbox);
    this.settings = settings;
  }

  @Override
  public Mono<Acceptance> accept(CellId cell, Inbound inbound) {
    return Mono.defer(() -> ownerOf(cell, inbound))
        .flatMap(owner -> store(cell, inbound, owner))
        .repeatWhenEmpty(3, again -> again)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("a key keeps changing")))
        .doOnNext(accepted -> bell.ring(bellOf(cell)));
  }

  /** Whose key seals it. {@code aliases} are the sender's other addresses, as keyed hashes. */
  private record Owner(String name, List<String> aliases, DataKey key, boolean fresh) {}

  private Mono<Owner> ownerOf(CellId cell, Inbound inbound) {
    List<String> names =
        senderOf(inbound).stream()
            .flatMap(s -> Stream.concat(Stream.of(s.address()), s.alsoKnownAs().stream()))
            .map(address -> vault.idOf(cell, address).value())
            .distinct()
            .toList();
    if (names.isEmpty()) return keyed(cell, KeyRing.CELL, List.of());
    byte[][] fields = names.stream().map(Utf8::bytes).toArray(byte[][]::new);
    Keys keys = new Keys(cell);
    return lines
        .shared()
        .hmget(keys.aliases(), fields)
        .collectList()
        .zipWith(lines.shared().hmget(keys.keyRing(), fields).collectList())
        .flatMap(
            known -> {
              String name = firstKnown(names, known.getT1(), known.getT2());
              return keyed(cell, name, names.stream().filter(n -> !n.equals(name)).toList());
            });
  }

  private static String firstKnown(
      List<String> names,
      List<KeyValue<byte[], byte[]>> aliases,
      List<KeyValue<byte[], byte[]>> keys) {
    for (int i = 0; i < names.size(); i++) {
      if (keys.get(i).hasValue()) return names.get(i);
      if (aliases.get(i).hasValue()) return Utf8.text(aliases.get(i).getValue());
    }
    return names.getFirst();
  }

  private Mono<Owner> keyed(CellId cell, String name, List<String> aliases) {
    return cabinet
        .ring(cell, List.of(name))
        .map(
            ring ->
                ring.of(name)
                    .map(key -> new Owner(name, aliases, key, false))
                    .orElseGet(() -> new Owner(name, aliases, vault.newKey(cell, name), true)));
  }

  /** Empty when the key has changed since it was read. */
  private Mono<Acceptance> store(CellId cell, Inbound inbound, Owner owner) {
    Keys keys = new Keys(cell);
    byte[] sealed =
        new KeyRing(cell, List.of(owner.key()))
            .seal(List.of(owner.name()), label(inbound.id()), Wire.write(Inbound.class, inbound));
    List<byte[]> args = new ArrayList<>();
    args.add(Utf8.bytes(settings.remember().toMillis()));
    args.add(Utf8.bytes(owner.name()));
    args.add(owner.key().wrapped());
    args.add(Utf8.bytes(owner.fresh() ? "1" : "0"));
    args.add(Utf8.bytes(inbound.id().value()));
    args.add(Utf8.bytes(vault.lane(cell, inbound.lane())));
    args.add(sealed);
    owner.aliases().forEach(alias -> args.add(Utf8.bytes(alias)));
    List<byte[]> touched =
        List.of(
            keys.cause(inbound.id()),
            keys.inbox(),
            keys.keyRing(),
            keys.aliases(),
            keys.known(new PersonId(owner.name())));
    return lines
        .durably(cell, redis -> ACCEPT.run(redis, touched, args))
        .mapNotNull(
            reply ->
                switch (reply.tag()) {
                  case "new" -> Acceptance.NEW;
                  case "duplicate" -> Acceptance.DUPLICATE;
                  default -> null;
                });
  }

  @Override
  public Mono<List<Entry>> next(Holding holding, int limit) {
    String name = bellOf(holding.cell());
    return Mono.defer(
        () -> {
          long heard = bell.heard(name);
          return once(holding, limit)
              .filter(entries -> !entries.isEmpty())
              .switchIfEmpty(
                  bell.await(name, heard, Backlog.MOMENT)
                      .then(Mono.defer(() -> once(holding, limit))));
        });
  }

  private Mono<List<Entry>> once(Holding holding, int limit) {
    return backlog.next(holding, limit, items -> entries(holding, items));
  }

  private Mono<List<Entry>> entries(Holding holding, List<Backlog.Item> items) {
    return cabinet
        .ring(holding.cell(), ownersOf(items))
        .flatMap(
            ring ->
                Flux.fromIterable(items)
                    .concatMap(item -> entry(holding, ring, item))
                    .collectList());
  }

  private static Set<String> ownersOf(List<Backlog.Item> items) {
    Set<String> owners = new LinkedHashSet<>();
    for (Backlog.Item item : items) {
      String owner = item.text("o");
      if (owner != null) owners.add(owner);
    }
    return owners;
  }

  /** Empty for what nobody can read any more; that is taken out. */
  private Mono<Entry> entry(Holding holding, KeyRing ring, Backlog.Item item) {
    String id = item.text("i");
    if (id == null) return backlog.drop(holding, item.position()).then(Mono.empty());
    try {
      Entry entry = read(ring, item, new InboundId(id));
      return entry != null
          ? Mono.just(entry)
          : backlog.drop(holding, item.position()).then(Mono.empty());
    } catch (RuntimeException unreadable) {
      String error = unreadable.getClass().getSimpleName();
      return park(holding, item.position(), new InboundId(id), null, error, List.of())
          .then(Mono.empty());
    }
  }

  /** Null once its sender was forgotten. */
  private static @Nullable Entry read(KeyRing ring, Backlog.Item item, InboundId id) {
    byte[] alarm = item.fields().get("a");
    String due = item.text("t");
    if (alarm != null && due != null) {
      Instant at = Instant.ofEpochMilli(Long.parseLong(due));
      // an alarm may be set again for the very same instant: its place in the inbox tells them
      // apart
      InboundId once = new InboundId(id.value() + "/" + item.position());
      return new Entry(
          item.position(), new Inbound.Rang(once, at, Wire.read(Alarm.class, alarm)), null);
    }
    String owner = item.text("o");
    byte[] sealed = item.fields().get("s");
    if (owner == null || sealed == null) return null;
    byte[] plain = ring.unseal(List.of(owner), label(id), sealed);
    return plain == null
        ? null
        : new Entry(item.position(), Wire.read(Inbound.class, plain), personOf(owner));
  }

  @Override
  public Mono<Void> park(Holding holding, Entry entry, String error) {
    InboundId id = entry.inbound().id();
    PersonId sender = entry.sender();
    if (sender == null) return park(holding, entry.position(), id, null, error, List.of());
    byte[] prefix = Utf8.bytes(sender + ":");
    byte[] behind = Utf8.bytes(sender + ";");
    return lines
        .shared()
        .zrangebylex(
            new Keys(holding.cell()).holds(),
            Range.from(Range.Boundary.including(prefix), Range.Boundary.excluding(behind)),
            Limit.unlimited())
        .map(member -> Utf8.text(member).substring(prefix.length))
        .collectList()
        .flatMap(held -> park(holding, entry.position(), id, sender, error, held));
  }

  private Mono<Void> park(
      Holding holding,
      String position,
      InboundId id,
      @Nullable PersonId sender,
      String error,
      List<String> held) {
    Keys keys = new Keys(holding.cell());
    List<byte[]> touched =
        new ArrayList<>(
            List.of(keys.epoch(), keys.inbox(), keys.parked(), keys.cause(id), keys.holds()));
    List<byte[]> args =
        new ArrayList<>(
            List.of(
                Utf8.bytes(holding.epoch()),
                Utf8.bytes(position),
                Utf8.bytes(settings.remember().toMillis()),
                Utf8.bytes(error),
                Utf8.bytes(sender == null ? "" : sender.value())));
    for (String request : held) {
      touched.add(keys.board(new RequestId(request)));
      args.add(Utf8.bytes(request));
    }
    return PARK.run(lines.shared(), touched, args)
        .flatMap(reply -> Backlog.heldOrLost(reply, holding))
        .onErrorMap(StoreFault::orAway)
        .then();
  }

  static String bellOf(CellId cell) {
    return "inbox/" + cell;
  }

  private static @Nullable PersonId personOf(String owner) {
    return owner.equals(KeyRing.CELL) ? null : new PersonId(owner);
  }

  private static KeyRing.Label label(InboundId id) {
    return new KeyRing.Label("inbox", id.value(), "s");
  }

  private static List<Inbound.Sender> senderOf(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Said i -> List.of(i.sender());
      case Inbound.Reworded i -> List.of(i.sender());
      case Inbound.HomeOpened i -> List.of(i.sender());
      case Inbound.HandedIn i -> List.of(i.sender());
      case Inbound.Pressed i -> List.of(i.sender());
      case Inbound.InThread i -> List.of(i.sender());
      case Inbound.Amended i -> List.of(i.sender());
      case Inbound.Reported i -> List.of();
      case Inbound.Unposted i -> List.of();
      case Inbound.Left i -> List.of(i.sender());
      case Inbound.CellEdited i -> List.of();
      case Inbound.SlackTold i -> List.of();
      case Inbound.Rang i -> List.of();
    };
  }
}
