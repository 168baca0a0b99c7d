package org.doorstep.redis;

import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import io.lettuce.core.GeoWithin;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Things of some kinds that are on offer near a place, and whose they are. */
record ThingsAround(Lines lines, KeyCabinet cabinet) {

  /** The nearest first. */
  Mono<Answers> of(CellId cell, Enquiry.ThingsNear near) {
    return Flux.fromIterable(near.kinds())
        .flatMap(kind -> around(cell, kind, near))
        .sort(Comparator.comparing(GeoWithin::getDistance))
        .map(found -> RecordRef.thing(new ThingId(Utf8.text(found.getMember()))))
        .collectList()
        .flatMap(
            refs ->
                Opened.read(lines, cabinet, cell, refs)
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
                          return Opened.read(lines, cabinet, cell, owners)
                              .map(
                                  people ->
                                      Answers.things(
                                          things,
                                          people.all(Person.class),
                                          read.and(people).revisions()));
                        }));
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
}
