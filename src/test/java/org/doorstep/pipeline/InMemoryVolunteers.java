package org.doorstep.pipeline;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Mono;

@NullUnmarked
record InMemoryVolunteers(InMemoryPorts all) implements Volunteers {

  @Override
  public Mono<List<Candidate>> suiting(CellId cell, Asking asking) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            return in.all(Person.class).stream()
                .filter(p -> p.volunteering() != null && !p.optedOut())
                .filter(p -> !asking.without().contains(p.id()))
                .map(p -> new Candidate(p, in.tally(p.id())))
                .toList();
          }
        });
  }
}
