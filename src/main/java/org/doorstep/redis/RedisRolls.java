package org.doorstep.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Roll;
import org.doorstep.desk.RollCall;
import org.doorstep.figures.Counts;
import org.doorstep.help.Candidate;
import org.doorstep.help.Tally;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of a group's volunteers what was asked for, and no more; see {@link Rolls}. */
record RedisRolls(Lines lines, Vault vault, KeyCabinet cabinet, RedisInvitees invitees) {

  /** 1 was written before volunteers were counted by small areas. */
  static final int FILLED = 2;

  /** Records in one read. */
  private static final int PAGE = 500;

  private static final Comparator<PersonId> BY_VALUE = Comparator.comparing(PersonId::value);

  Mono<Answers> answer(CellId cell, RollCall call) {
    return switch (call) {
      case RollCall.Leads leads -> leads(cell, leads.addresses());
      case RollCall.Waiting in -> waiting(cell, in.groups());
      case RollCall.Of of -> new OnePerson(this, cell).read(of.person());
      case RollCall.Called called -> complete(cell).then(Mono.defer(() -> called(cell, called)));
      case RollCall.Idle idle -> complete(cell).then(Mono.defer(() -> idle(cell, idle)));
      case RollCall.Next next -> complete(cell).then(Mono.defer(() -> next(cell, next)));
      case RollCall.These these ->
          candidates(cell, these.people().stream().sorted(BY_VALUE).toList())
              .map(found -> Answers.of(Roll.volunteers(found, 0, 0)));
      case RollCall.Stock stock -> complete(cell).then(Mono.defer(() -> stock(cell, stock)));
      case RollCall.Invitee invitee ->
          invitees
              .standing(cell, List.of(invitee.address()))
              .map(standing -> Roll.Invitable.valueOf(standing.getFirst().name()))
              .map(standing -> Answers.of(Roll.invitee(standing)));
    };
  }

  // ---- who runs it

  /** One who never wrote has a revision too: nobody else may have made them known meanwhile. */
  private Mono<Answers> leads(CellId cell, Set<Address> addresses) {
    return Flux.fromIterable(addresses)
        .concatMap(address -> known(cell, address).map(id -> Map.entry(address, id)))
        .collectList()
        .flatMap(
            all ->
                read(cell, all.stream().map(Map.Entry::getValue).distinct().toList())
                    .map(read -> leads(all, read)));
  }

  private static Answers leads(List<Map.Entry<Address, PersonId>> all, Read read) {
    Map<PersonId, Roll.Head> heads = new LinkedHashMap<>();
    Map<String, Long> versions = new HashMap<>();
    all.forEach(
        each -> {
          Person known = read.people().get(each.getValue());
          heads.putIfAbsent(each.getValue(), new Roll.Head(each.getValue(), each.getKey(), known));
          String ref = RecordRef.person(each.getValue()).toString();
          if (known == null) versions.put(ref, read.versions().getOrDefault(ref, 0L));
        });
    return found(versions).with(Roll.leads(List.copyOf(heads.values())));
  }

  private Mono<PersonId> known(CellId cell, Address address) {
    PersonId id = vault.idOf(cell, address);
    return lines
        .shared()
        .hget(new Keys(cell).aliases(), Utf8.bytes(id.value()))
        .map(RedisRolls::idOf)
        .defaultIfEmpty(id);
  }

  // ---- who waits, and who is meant

  private Mono<Answers> waiting(CellId cell, Set<String> groups) {
    Keys keys = new Keys(cell);
    return Flux.fromIterable(groups)
        .concatMap(
            group -> lines.shared().zrangeWithScores(keys.applied(group), 0, RollCall.AT_MOST - 1L))
        .sort((one, other) -> Double.compare(one.getScore(), other.getScore()))
        .take(RollCall.AT_MOST)
        .map(each -> idOf(each.getValue()))
        .collectList()
        .zipWith(count(groups, group -> lines.shared().zcard(keys.applied(group))))
        .flatMap(
            both ->
                read(cell, both.getT1())
                    .map(
                        read ->
                            Answers.jobs(List.of(), read.inOrder(both.getT1()), read.versions())
                                .with(Roll.waiting(read.inOrder(both.getT1()), both.getT2()))));
  }

  private Mono<Answers> called(CellId cell, RollCall.Called called) {
    Keys keys = new Keys(cell);
    Predicate<Candidate> fits = c -> PersonName.fits(called.name(), c.person());
    return Flux.fromIterable(called.groups())
        .concatMap(
            group -> lines.shared().zrange(keys.members(group), 0, RollCall.LOOKED_THROUGH - 1L))
        .take(RollCall.LOOKED_THROUGH)
        .map(RedisRolls::idOf)
        .buffer(PAGE)
        .concatMap(page -> candidates(cell, page))
        .concatMapIterable(page -> page)
        .filter(fits)
        .take(RollCall.AT_MOST)
        .collectList()
        .map(found -> Answers.of(Roll.volunteers(found, 0, 0)));
  }

  // ---- who is idle, and who comes next

  private Mono<Answers> idle(CellId cell, RollCall.Idle idle) {
    Keys keys = new Keys(cell);
    long before = idle.since().getEpochSecond() / 60;
    Mono<List<PersonId>> ends =
        Flux.fromIterable(idle.groups())
            .concatMap(
                group ->
                    Flux.concat(
                        lines.shared().zrange(keys.turns(group), 0, RollCall.AT_MOST - 1L),
                        lines.shared().zrange(keys.turns(group), -RollCall.AT_MOST, -1)))
            .map(RedisRolls::idOf)
            .distinct()
            .collectList();
    return Mono.zip(
            ends.flatMap(ids -> candidates(cell, ids)),
            count(idle.groups(), group -> lines.shared().zcard(keys.members(group))),
            count(
                idle.groups(),
                group ->
                    lines
                        .shared()
                        .zcount(
                            keys.turns(group),
                            Range.from(Boundary.unbounded(), Boundary.excluding(before)))))
        .map(all -> Answers.of(Roll.volunteers(all.getT1(), all.getT2(), all.getT3())));
  }

  private static Mono<Integer> count(Collection<String> groups, Function<String, Mono<Long>> of) {
    return Flux.fromIterable(groups).concatMap(of).reduce(0L, Long::sum).map(Long::intValue);
  }

  private Mono<Answers> next(CellId cell, RollCall.Next next) {
    Range<byte[]> rest =
        next.after().isEmpty()
            ? Range.unbounded()
            : Range.from(Boundary.excluding(Utf8.bytes(next.after())), Boundary.unbounded());
    return lines
        .shared()
        .zrangebylex(new Keys(cell).members(next.group()), rest, Limit.from(next.atMost()))
        .map(RedisRolls::idOf)
        .collectList()
        .flatMap(
            ids ->
                candidates(cell, ids)
                    .map(found -> Answers.of(Roll.volunteers(found, ids.size(), 0))));
  }

  private Mono<Answers> stock(CellId cell, RollCall.Stock stock) {
    return lines
        .shared()
        .hvals(new Keys(cell).homes())
        .map(Utf8::text)
        .collectList()
        .map(homes -> Counting.stock(stock.day(), stock.now(), homes))
        .map(counts -> Answers.counts(new Counts(counts)));
  }

  // ---- reading

  /** People, opened, and the revisions of all that was looked for. */
  record Read(Map<PersonId, Person> people, Map<String, Long> versions) {

    List<Person> inOrder(List<PersonId> ids) {
      return ids.stream().flatMap(id -> Stream.ofNullable(people.get(id))).toList();
    }
  }

  Mono<Read> read(CellId cell, Collection<PersonId> ids) {
    List<RecordRef> refs = ids.stream().map(RecordRef::person).toList();
    return Mono.zip(
        new Records(lines).read(cell, refs),
        cabinet.ring(cell, refs.stream().map(RecordRef::id).toList()),
        (kept, ring) -> {
          Map<PersonId, Person> people = new LinkedHashMap<>();
          Map<String, Long> versions = new HashMap<>();
          kept.forEach(
              (ref, record) -> {
                versions.put(ref.toString(), record.revision());
                Person person = record.open(Person.class, ref, ring);
                if (person != null) people.put(person.id(), person);
              });
          return new Read(people, versions);
        });
  }

  private Mono<List<Candidate>> candidates(CellId cell, List<PersonId> ids) {
    if (ids.isEmpty()) return Mono.just(List.of());
    byte[][] fields = ids.stream().map(id -> Utf8.bytes(id.value())).toArray(byte[][]::new);
    return Mono.zip(
        read(cell, ids),
        lines
            .shared()
            .hmget(new Keys(cell).tallies(), fields)
            .collectMap(
                kept -> idOf(kept.getKey()),
                kept -> kept.hasValue() ? Tallies.kept(Utf8.text(kept.getValue())) : Tally.NONE),
        (people, tallies) ->
            people.inOrder(ids).stream()
                .map(p -> new Candidate(p, tallies.getOrDefault(p.id(), Tally.NONE)))
                .toList());
  }

  private static Answers found(Map<String, Long> versions) {
    return Answers.jobs(List.of(), List.of(), versions);
  }

  private static PersonId idOf(byte[] bytes) {
    return new PersonId(Utf8.text(bytes));
  }

  // ---- volunteers from before there were rolls

  /** Once for a cell: all who were known before are put where the others are. */
  Mono<Void> complete(CellId cell) {
    return lines
        .shared()
        .get(new Keys(cell).rolled())
        .map(Utf8::text)
        .defaultIfEmpty("")
        .filter(filled -> !filled.equals(Integer.toString(FILLED)))
        .flatMap(missing -> new RollsFilling(this, cell).fill());
  }

  Mono<List<Candidate>> volunteers(CellId cell, List<PersonId> ids) {
    return candidates(cell, ids);
  }
}
