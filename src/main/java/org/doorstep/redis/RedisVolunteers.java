package org.doorstep.redis;

import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.RollCall;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.Matching;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Volunteers;
import org.doorstep.place.Point;
import reactor.core.publisher.Mono;

/**
 * Volunteers by place, as a geo set with their tallies beside it. Records are sealed, and unsealing
 * is what costs: the most promising are read first, and no more than are needed.
 */
record RedisVolunteers(Lines lines, KeyCabinet cabinet, RedisRolls rolls) implements Volunteers {

  private static final Script FIND = Script.named("find_volunteers");

  /** Positions are rounded to about as much. */
  private static final int FIRST_METRES = 100;

  /** For each who is asked, so many take turns. */
  private static final int TAKE_TURNS = 12;

  private static final int SMALLEST_POOL = 64;
  private static final int LARGEST_POOL = 3200;

  /** Wherever in the cell they live: no wave reaches farther. */
  private static final int ANYWHERE = 100_000;

  @Override
  public Mono<List<Candidate>> suiting(CellId cell, Asking asking) {
    int pool = Math.max(SMALLEST_POOL, TAKE_TURNS * asking.step().size());
    return Mono.defer(() -> new Look(cell, asking).among(pool)).onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> roll(CellId cell, RollCall call) {
    return rolls.answer(cell, call).onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<List<Person>> near(CellId cell, Enquiry.VolunteersNear enquiry) {
    long wanted = (long) enquiry.limit() + enquiry.without().size();
    return lines
        .shared()
        .geosearch(
            new Keys(cell).geo(),
            GeoSearch.fromCoordinates(enquiry.middle().longitude(), enquiry.middle().latitude()),
            GeoSearch.byRadius(enquiry.metres(), GeoArgs.Unit.m),
            new GeoArgs().asc().withCount(wanted))
        .map(member -> new PersonId(Utf8.text(member.getMember())))
        .filter(person -> !enquiry.without().contains(person))
        .take(enquiry.limit())
        .map(RecordRef::person)
        .collectList()
        .flatMap(refs -> people(cell, refs))
        .onErrorMap(StoreFault::orAway);
  }

  private Mono<List<Person>> people(CellId cell, List<RecordRef> refs) {
    return Mono.zip(
        new Records(lines).read(cell, refs),
        cabinet.ring(cell, refs.stream().map(RecordRef::id).toList()),
        (kept, ring) ->
            refs.stream()
                .map(
                    ref ->
                        kept.getOrDefault(ref, Records.Sealed.ABSENT).open(Person.class, ref, ring))
                .filter(Objects::nonNull)
                .toList());
  }

  /** One search, in ever wider circles. */
  private final class Look {

    private final CellId cell;
    private final Asking asking;
    private final Set<PersonId> without;
    private final List<Candidate> read = new ArrayList<>();

    Look(CellId cell, Asking asking) {
      this.cell = cell;
      this.asking = asking;
      this.without = new HashSet<>(asking.without());
    }

    /** Among so many of the nearest, or four times as many where those are not enough. */
    Mono<List<Candidate>> among(int pool) {
      int wanted = pool + asking.without().size();
      return find(wanted)
          .flatMap(
              found -> {
                List<Tallies.Seen> fresh = worthReading(found);
                boolean last = found.size() < wanted || pool >= LARGEST_POOL;
                return read(fresh).flatMap(r -> enough() || last ? done() : among(pool * 4));
              });
    }

    private Mono<List<Tallies.Seen>> find(int wanted) {
      Keys keys = new Keys(cell);
      Point middle = asking.request().particulars().place().point();
      int widest = asking.terms().anywhere() ? ANYWHERE : asking.step().metres();
      List<byte[]> args =
          Stream.concat(
                  Stream.of(
                      Double.toString(middle.longitude()),
                      Double.toString(middle.latitude()),
                      Integer.toString(FIRST_METRES),
                      Integer.toString(widest),
                      Integer.toString(wanted)),
                  asking.familiar().stream().map(PersonId::value))
              .map(Utf8::bytes)
              .toList();
      return FIND.run(lines.shared(), List.of(keys.geo(), keys.tallies(), keys.holds()), args)
          .map(reply -> reply.rest().stream().map(l -> Tallies.read(Utf8.text(l))).toList());
    }

    /** Those not read yet, the most promising first; who helped before stays in front. */
    private List<Tallies.Seen> worthReading(List<Tallies.Seen> found) {
      List<PersonId> familiar = asking.familiar();
      Map<PersonId, Tallies.Seen> fresh = new LinkedHashMap<>();
      for (Tallies.Seen seen : found) {
        boolean full = seen.tally().holds() >= asking.holdAtMost();
        if (!full && !without.contains(seen.person())) fresh.putIfAbsent(seen.person(), seen);
      }
      without.addAll(fresh.keySet());
      return fresh.values().stream()
          .sorted(
              Comparator.comparing((Tallies.Seen seen) -> !familiar.contains(seen.person()))
                  .thenComparing(seen -> Matching.fromAfar(asking, seen.tally(), seen.metres())))
          .toList();
    }

    private Mono<List<Candidate>> read(List<Tallies.Seen> queue) {
      if (queue.isEmpty() || enough()) return done();
      List<Tallies.Seen> now = queue.subList(0, Math.min(queue.size(), atOnce()));
      return open(now).flatMap(r -> read(queue.subList(now.size(), queue.size())));
    }

    /** Some more than are asked: likes and languages are only known once they are read. */
    private int atOnce() {
      return Math.max(2 * asking.step().size() + asking.familiar().size(), read.size());
    }

    private boolean enough() {
      return Matching.rank(asking, read).size() >= asking.step().size();
    }

    private Mono<List<Candidate>> done() {
      return Mono.just(List.copyOf(read));
    }

    private Mono<List<Candidate>> open(List<Tallies.Seen> some) {
      List<RecordRef> refs = some.stream().map(seen -> RecordRef.person(seen.person())).toList();
      return Mono.zip(
          new Records(lines).read(cell, refs),
          cabinet.ring(cell, refs.stream().map(RecordRef::id).toList()),
          (kept, ring) -> {
            for (Tallies.Seen seen : some) {
              RecordRef ref = RecordRef.person(seen.person());
              Records.Sealed sealed = kept.getOrDefault(ref, Records.Sealed.ABSENT);
              Person person = sealed.open(Person.class, ref, ring);
              if (person != null) read.add(new Candidate(person, seen.tally()));
            }
            return read;
          });
    }
  }
}
