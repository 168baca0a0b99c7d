package org.doorstep.redis;

import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import java.util.List;
import java.util.Objects;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Volunteers;
import reactor.core.publisher.Mono;

/** Volunteers by place, as a geo set. */
record RedisVolunteers(Lines lines, KeyCabinet cabinet) implements Volunteers {

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
            kept.entrySet().stream()
                .map(each -> each.getValue().open(Person.class, each.getKey(), ring))
                .filter(Objects::nonNull)
                .toList());
  }
}
