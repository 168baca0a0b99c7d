package org.doorstep.pipeline;

import java.util.Comparator;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.RollCall;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
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
                .filter(p -> metres(p, enquiry) <= enquiry.metres())
                .sorted(Comparator.comparing(p -> metres(p, enquiry)))
                .limit(enquiry.limit())
                .toList();
          }
        });
  }

  @Override
  public Mono<Answers> roll(CellId cell, RollCall call) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            return new InMemoryRoll(in).answer(call);
          }
        });
  }

  private static double metres(Person person, Enquiry.VolunteersNear enquiry) {
    return person.volunteering().home().point().to(enquiry.middle()).metres();
  }

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
