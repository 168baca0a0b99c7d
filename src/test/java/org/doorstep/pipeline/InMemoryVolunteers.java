package org.doorstep.pipeline;

import java.util.Comparator;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Person;
import org.doorstep.place.Distance;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Mono;

@NullUnmarked
record InMemoryVolunteers(InMemoryPorts all) implements Volunteers {

  @Override
  public Mono<List<Person>> near(CellId cell, Enquiry.VolunteersNear enquiry) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            return in.all(Person.class).stream()
                .filter(p -> p.volunteering() != null && !p.optedOut())
                .filter(p -> !enquiry.without().contains(p.id()))
                .filter(p -> away(p, enquiry).within(enquiry.metres()))
                .sorted(Comparator.comparing(p -> away(p, enquiry)))
                .limit(enquiry.limit())
                .toList();
          }
        });
  }

  private static Distance away(Person person, Enquiry.VolunteersNear enquiry) {
    return person.volunteering().home().point().coarse().to(enquiry.middle());
  }
}
