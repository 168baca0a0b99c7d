package org.doorstep.redis;

import io.lettuce.core.KeyValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Dossier;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Invitees;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Invitations, each under a key of its own that lies beside it: when it is over, or its time is,
 * its key goes with it. A long list is written in parts, so that nobody waits for it; what is there
 * of a list that is not whole counts for nothing.
 */
record RedisInvitees(Lines lines, Vault vault, InstantSource clock) implements Invitees {

  private static final Script INVITE = Script.named("invite_people");
  private static final byte[][] FIELDS = {Utf8.bytes("k"), Utf8.bytes("s"), Utf8.bytes("l")};

  /** Of a long list, so many are looked up, or written, at a time. */
  private static final int AT_ONCE = 500;

  @Override
  public Mono<List<Standing>> standing(CellId cell, List<Address> addresses) {
    return Flux.fromIterable(addresses)
        .map(address -> vault.idOf(cell, address))
        .buffer(AT_ONCE)
        .concatMap(ids -> standings(cell, ids))
        .concatMapIterable(all -> all)
        .collectList();
  }

  private Mono<List<Standing>> standings(CellId cell, List<PersonId> ids) {
    byte[][] fields = ids.stream().map(id -> Utf8.bytes(id.value())).toArray(byte[][]::new);
    return Mono.zip(
            known(cell, ids, fields),
            lines.shared().smismember(new ListKeys(cell).declined(), fields).collectList(),
            invited(cell, ids))
        .flatMap(all -> standings(cell, all.getT1(), all.getT2(), all.getT3()));
  }

  private Mono<List<Boolean>> invited(CellId cell, List<PersonId> ids) {
    return Flux.fromIterable(ids)
        .flatMapSequential(id -> read(cell, id).hasElement(), AT_ONCE)
        .collectList();
  }

  /** Who they are: a number may be another address of somebody known. */
  private Mono<List<PersonId>> known(CellId cell, List<PersonId> ids, byte[][] fields) {
    return lines
        .shared()
        .hmget(new Keys(cell).aliases(), fields)
        .collectList()
        .map(
            aliases -> {
              List<PersonId> known = new ArrayList<>();
              for (int i = 0; i < ids.size(); i++) {
                KeyValue<byte[], byte[]> alias = aliases.get(i);
                known.add(alias.hasValue() ? idOf(alias.getValue()) : ids.get(i));
              }
              return known;
            });
  }

  private Mono<List<Standing>> standings(
      CellId cell, List<PersonId> ids, List<Boolean> declined, List<Boolean> invited) {
    List<RecordRef> refs = ids.stream().map(RecordRef::person).toList();
    Set<String> owners = new LinkedHashSet<>(ids.stream().map(PersonId::value).toList());
    return Mono.zip(
        new Records(lines).read(cell, refs),
        new KeyCabinet(lines, vault).ring(cell, owners),
        (records, ring) -> {
          List<Standing> all = new ArrayList<>();
          for (int i = 0; i < ids.size(); i++) {
            Records.Sealed kept = records.getOrDefault(refs.get(i), Records.Sealed.ABSENT);
            Person known = kept.open(Person.class, refs.get(i), ring);
            all.add(standing(known, declined.get(i), invited.get(i)));
          }
          return all;
        });
  }

  private static Standing standing(@Nullable Person known, boolean declined, boolean invited) {
    if (known != null && known.optedOut()) return Standing.DECLINED;
    if (known != null && known.volunteering() != null) return Standing.VOLUNTEER;
    if (declined) return Standing.DECLINED;
    return invited ? Standing.INVITED : Standing.MAY_BE_ASKED;
  }

  @Override
  public Mono<Void> invite(CellId cell, Map<Address, Invitation> people, Duration keptFor) {
    String list = UUID.randomUUID().toString();
    return Flux.fromIterable(people.entrySet())
        .buffer(AT_ONCE)
        .concatMap(part -> write(cell, list, part, keptFor))
        .then(
            Mono.defer(
                () ->
                    lines.durably(
                        cell,
                        redis ->
                            redis.zadd(
                                new ListKeys(cell).lists(),
                                (double) clock.instant().plus(keptFor).toEpochMilli(),
                                Utf8.bytes(list)))))
        .then();
  }

  private Mono<Script.Reply> write(
      CellId cell, String list, List<Map.Entry<Address, Invitation>> part, Duration keptFor) {
    List<byte[]> touched = new ArrayList<>();
    List<byte[]> args = new ArrayList<>();
    args.add(Utf8.bytes(keptFor.toMillis()));
    args.add(Utf8.bytes(list));
    for (Map.Entry<Address, Invitation> each : part) {
      PersonId id = vault.idOf(cell, each.getKey());
      Sealed sealed = seal(vault, cell, id, each.getValue());
      touched.add(new ListKeys(cell).invited(id));
      args.add(sealed.wrapped().bytes());
      args.add(sealed.sealed().bytes());
    }
    return lines.durably(cell, redis -> INVITE.run(redis, touched, args));
  }

  /** An invitation, and the key of its own that sealed it. */
  record Sealed(PersonId id, Blob wrapped, Blob sealed) {}

  static Sealed seal(Vault vault, CellId cell, PersonId id, Invitation invitation) {
    DataKey key = vault.newKey(cell, id.value());
    byte[] plain = Wire.write(Invitation.class, invitation);
    byte[] sealed = new KeyRing(cell, List.of(key)).seal(List.of(id.value()), label(id), plain);
    return new Sealed(id, new Blob(key.wrapped()), new Blob(sealed));
  }

  /** What a list says of somebody, under whichever of their addresses; empty if nothing does. */
  Mono<Dossier.Invited> of(CellId cell, PersonId person) {
    Keys keys = new Keys(cell);
    return lines
        .shared()
        .smembers(keys.known(person))
        .map(RedisInvitees::idOf)
        .startWith(person)
        .concatMap(id -> read(cell, id))
        .next();
  }

  private Mono<Dossier.Invited> read(CellId cell, PersonId id) {
    ListKeys keys = new ListKeys(cell);
    return lines
        .shared()
        .hmget(keys.invited(id), FIELDS)
        .collectList()
        .filter(fields -> fields.stream().allMatch(KeyValue::hasValue))
        .filterWhen(
            fields -> lines.shared().zscore(keys.lists(), fields.getLast().getValue()).hasElement())
        .mapNotNull(fields -> open(cell, id, fields));
  }

  private Dossier.@Nullable Invited open(
      CellId cell, PersonId id, List<KeyValue<byte[], byte[]>> fields) {
    DataKey key = vault.unwrap(cell, id.value(), fields.getFirst().getValue());
    byte[] plain =
        new KeyRing(cell, List.of(key))
            .unseal(List.of(id.value()), label(id), fields.get(1).getValue());
    return plain == null ? null : new Dossier.Invited(id, Wire.read(Invitation.class, plain));
  }

  private static KeyRing.Label label(PersonId id) {
    return new KeyRing.Label("invited", id.value(), "s");
  }

  private static PersonId idOf(byte[] bytes) {
    return new PersonId(Utf8.text(bytes));
  }
}
