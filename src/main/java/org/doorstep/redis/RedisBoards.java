package org.doorstep.redis;

import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import io.lettuce.core.GeoWithin;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.Office;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Boards;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A group's jobs by their links; things by their kind and where they are. */
record RedisBoards(Lines lines, KeyCabinet cabinet) implements Boards {

  private static final Answers NONE = Answers.NONE;

  @Override
  public Mono<Answers> open(CellId cell, Set<String> groups) {
    return jobs(cell, groups, Links::ofGroup)
        .flatMap(refs -> withPeople(cell, refs))
        .map(
            read -> {
              List<HelpRequest> open = new ArrayList<>(read.all(HelpRequest.class));
              open.sort(Comparator.comparing(job -> job.particulars().openedAt()));
              return Answers.open(open, read.all(Person.class));
            })
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> regular(CellId cell, Set<String> groups) {
    return linked(cell, groups, Links::ofGroup, Links.Link.Kind.ARRANGEMENT)
        .flatMap(refs -> read(cell, refs))
        .flatMap(
            read -> {
              List<Arrangement> regular = new ArrayList<>(read.all(Arrangement.class));
              regular.sort(Comparator.comparing(each -> each.id().value()));
              Set<RecordRef> people = new LinkedHashSet<>();
              regular.stream()
                  .flatMap(each -> each.volunteers().stream())
                  .forEach(who -> people.add(RecordRef.person(who)));
              return read(cell, people).map(who -> Answers.regular(regular, who.all(Person.class)));
            })
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> cases(CellId cell, boolean people) {
    return new Links(lines)
        .of(cell, Links.ofCell())
        .map(Links.Link::record)
        .collectList()
        .flatMap(refs -> read(cell, refs))
        .flatMap(
            read -> {
              List<Case> cases = new ArrayList<>(read.all(Case.class));
              cases.sort(Comparator.comparing(each -> each.matter().openedAt()));
              Set<RecordRef> wanted = new LinkedHashSet<>();
              if (people) cases.forEach(each -> wanted.add(RecordRef.person(each.person())));
              return read(cell, wanted).map(who -> Answers.cases(cases, who.all(Person.class)));
            })
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> job(CellId cell, Enquiry.JobNamed named) {
    return which(cell, named)
        .flatMap(ref -> withParts(cell, ref))
        .map(
            read -> {
              List<HelpRequest> job =
                  read.all(HelpRequest.class).stream()
                      .filter(each -> named.groups().contains(each.particulars().group()))
                      .toList();
              return job.isEmpty()
                  ? NONE
                  : Answers.jobs(job, read.all(Person.class), read.revisions());
            })
        .defaultIfEmpty(NONE)
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> office(CellId cell, Set<String> groups) {
    return Mono.zip(read(cell, List.of(RecordRef.office())), waits(cell, groups))
        .map(
            both ->
                Answers.office(
                    both.getT1().all(Office.class).stream().findFirst().orElse(Office.EMPTY),
                    both.getT2(),
                    both.getT1().revisions()))
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> expenses(CellId cell, Set<String> groups, Set<YearMonth> months) {
    Map<RecordRef, Expenses> wanted = new LinkedHashMap<>();
    for (String group : groups) {
      for (YearMonth month : months) {
        wanted.put(RecordRef.expenses(group, month), Expenses.none(group, month));
      }
    }
    return read(cell, wanted.keySet())
        .flatMap(
            read -> {
              Set<RecordRef> payers = new LinkedHashSet<>();
              read.all(Expenses.class)
                  .forEach(e -> e.all().forEach(p -> payers.add(RecordRef.person(p.payer()))));
              return read(cell, payers)
                  .map(
                      people ->
                          Answers.expenses(
                              wanted.entrySet().stream()
                                  .map(e -> read.at(Expenses.class, e.getKey(), e.getValue()))
                                  .toList(),
                              people.all(Person.class),
                              read.revisions()));
            })
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> cases(CellId cell, PersonId person) {
    return new Links(lines)
        .of(cell, person)
        .map(Links.Link::record)
        .filter(ref -> ref.kind() == RecordRef.Kind.CASE)
        .distinct()
        .collectList()
        .flatMap(refs -> read(cell, refs))
        .map(read -> Answers.cases(read.all(Case.class), read.revisions()))
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Answers> things(CellId cell, Enquiry.ThingsNear near) {
    return Flux.fromIterable(near.kinds())
        .flatMap(kind -> around(cell, kind, near))
        .sort(Comparator.comparing(GeoWithin::getDistance))
        .map(found -> RecordRef.thing(new ThingId(Utf8.text(found.getMember()))))
        .collectList()
        .flatMap(
            refs ->
                read(cell, refs)
                    .flatMap(
                        read -> {
                          List<Thing> things =
                              refs.stream()
                                  .flatMap(ref -> Stream.ofNullable(read.opened().get(ref)))
                                  .map(Thing.class::cast)
                                  .toList();
                          Set<RecordRef> owners =
                              things.stream()
                                  .map(thing -> RecordRef.person(thing.owner()))
                                  .collect(Collectors.toSet());
                          return read(cell, owners)
                              .map(
                                  people ->
                                      Answers.things(
                                          things,
                                          people.all(Person.class),
                                          read.and(people).revisions()));
                        }))
        .onErrorMap(StoreFault::orAway);
  }

  private Flux<GeoWithin<byte[]>> around(CellId cell, String kind, Enquiry.ThingsNear near) {
    return lines
        .shared()
        .geosearch(
            new Keys(cell).things(kind),
            GeoSearch.fromCoordinates(near.middle().longitude(), near.middle().latitude()),
            GeoSearch.byRadius(near.metres(), GeoArgs.Unit.m),
            new GeoArgs().withDistance().asc().withCount(Enquiry.ThingsNear.AT_MOST));
  }

  private Mono<Map<String, List<Duration>>> waits(CellId cell, Set<String> groups) {
    return Flux.fromIterable(groups)
        .flatMap(
            group ->
                lines
                    .shared()
                    .lrange(new Keys(cell).waits(group), 0, -1)
                    .map(minutes -> Duration.ofMinutes(Long.parseLong(Utf8.text(minutes))))
                    .collectList()
                    .filter(waits -> !waits.isEmpty())
                    .map(waits -> Map.entry(group, waits)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Mono<RecordRef> which(CellId cell, Enquiry.JobNamed named) {
    if (named.named().matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(named.named());
      return read(cell, List.of(RecordRef.office()))
          .mapNotNull(
              read ->
                  read.all(Office.class).stream()
                      .findFirst()
                      .flatMap(office -> office.numbered(named.lead(), number))
                      .map(RecordRef::request)
                      .orElse(null));
    }
    if (named.named().matches("r[A-Za-z0-9]{6,24}")) {
      return Mono.just(RecordRef.request(new RequestId(named.named())));
    }
    return called(named.named(), jobs(cell, named.groups(), Links::ofGroup))
        .switchIfEmpty(called(named.named(), jobs(cell, named.groups(), Links::ofClosed)));
  }

  /** Of four letters an open job's count first: those of one that is over may come again. */
  private static Mono<RecordRef> called(String reference, Mono<List<RecordRef>> among) {
    return among
        .flatMapIterable(refs -> refs)
        .filter(ref -> new RequestId(ref.id()).reference().equals(reference))
        .next();
  }

  private Mono<List<RecordRef>> jobs(
      CellId cell, Set<String> groups, Function<String, PersonId> as) {
    return linked(cell, groups, as, Links.Link.Kind.REQUEST);
  }

  private Mono<List<RecordRef>> linked(
      CellId cell, Set<String> groups, Function<String, PersonId> as, Links.Link.Kind kind) {
    Links links = new Links(lines);
    return Flux.fromIterable(groups)
        .flatMap(group -> links.of(cell, as.apply(group)))
        .filter(link -> link.kind() == kind)
        .map(Links.Link::record)
        .distinct()
        .collectList();
  }

  /** The one that is named comes first. */
  private Mono<Opened> withParts(CellId cell, RecordRef job) {
    return new Records(lines)
        .read(cell, List.of(job))
        .flatMap(
            kept ->
                withPeople(
                    cell,
                    Stream.concat(
                            Stream.of(job),
                            kept.getOrDefault(job, Records.Sealed.ABSENT).about().stream()
                                .filter(ref -> ref.kind() == RecordRef.Kind.REQUEST))
                        .toList()));
  }

  private Mono<Opened> withPeople(CellId cell, Collection<RecordRef> jobs) {
    return read(cell, jobs)
        .flatMap(
            read -> {
              Set<RecordRef> people = new LinkedHashSet<>();
              read.all(HelpRequest.class)
                  .forEach(job -> job.parties().forEach(p -> people.add(RecordRef.person(p))));
              return read(cell, people).map(read::and);
            });
  }

  private Mono<Opened> read(CellId cell, Collection<RecordRef> refs) {
    return Opened.read(lines, cabinet, cell, refs);
  }
}
