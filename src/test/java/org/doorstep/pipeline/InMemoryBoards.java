package org.doorstep.pipeline;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.Office;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Mono;

@NullUnmarked
record InMemoryBoards(InMemoryPorts all) implements Boards {

  @Override
  public Mono<Answers> open(CellId cell, Set<String> groups) {
    return locked(
        cell,
        in -> {
          List<HelpRequest> open =
              in.all(HelpRequest.class).stream()
                  .filter(r -> !(r instanceof HelpRequest.Closed))
                  .filter(r -> groups.contains(r.particulars().group()))
                  .sorted(Comparator.comparing(r -> r.particulars().openedAt()))
                  .toList();
          return Answers.open(open, people(in, open));
        });
  }

  @Override
  public Mono<Answers> regular(CellId cell, Set<String> groups) {
    return locked(
        cell,
        in -> {
          List<Arrangement> regular =
              in.all(Arrangement.class).stream()
                  .filter(a -> groups.contains(a.wanted().group()))
                  .sorted(Comparator.comparing(a -> a.id().value()))
                  .toList();
          List<Person> people =
              regular.stream()
                  .flatMap(a -> a.volunteers().stream())
                  .map(who -> in.record(Person.class, "person/" + who))
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList();
          return Answers.regular(regular, people);
        });
  }

  @Override
  public Mono<Answers> cases(CellId cell, PersonId person) {
    return locked(
        cell,
        in -> {
          List<Case> theirs =
              in.all(Case.class).stream().filter(c -> c.person().equals(person)).toList();
          Map<String, Long> versions = new HashMap<>();
          theirs.forEach(c -> version(in, versions, "case/" + c.id()));
          return Answers.cases(theirs, versions);
        });
  }

  @Override
  public Mono<Answers> job(CellId cell, Enquiry.JobNamed named) {
    return locked(
        cell,
        in -> {
          List<HelpRequest> job =
              in.all(HelpRequest.class).stream()
                  .filter(r -> named.groups().contains(r.particulars().group()))
                  .filter(r -> meant(in, named, r))
                  .flatMap(r -> Stream.concat(Stream.of(r), parts(in, r)))
                  .toList();
          List<Person> people = people(in, job);
          Map<String, Long> versions = new HashMap<>();
          job.forEach(r -> version(in, versions, "request/" + r.id()));
          people.forEach(p -> version(in, versions, "person/" + p.id()));
          return Answers.jobs(job, people, versions);
        });
  }

  private static Stream<HelpRequest> parts(InMemoryCell in, HelpRequest of) {
    return in.all(HelpRequest.class).stream()
        .filter(each -> of.particulars().partOfTheSame(each.id()));
  }

  private static boolean meant(InMemoryCell in, Enquiry.JobNamed named, HelpRequest r) {
    if (named.named().equals(r.id().value())) return true;
    if (named.named().matches("[0-9]{1,3}")) {
      return office(in)
          .numbered(named.lead(), Integer.parseInt(named.named()))
          .filter(r.id()::equals)
          .isPresent();
    }
    return r.id().reference().equals(named.named());
  }

  @Override
  public Mono<Answers> office(CellId cell, Set<String> groups) {
    return locked(
        cell,
        in -> {
          Map<String, Long> versions = new HashMap<>();
          version(in, versions, "office");
          Map<String, List<Duration>> waits = new HashMap<>(in.waits);
          waits.keySet().retainAll(groups);
          return Answers.office(office(in), waits, versions);
        });
  }

  @Override
  public Mono<Answers> expenses(CellId cell, Set<String> groups, Set<YearMonth> months) {
    return locked(
        cell,
        in -> {
          List<Expenses> found = new java.util.ArrayList<>();
          Map<String, Long> versions = new HashMap<>();
          Set<PersonId> payers = new LinkedHashSet<>();
          for (String group : groups) {
            for (YearMonth month : months) {
              String key = "expenses/" + group + "/" + month;
              Expenses kept = in.record(Expenses.class, key);
              found.add(kept == null ? Expenses.none(group, month) : kept);
              found.getLast().all().forEach(e -> payers.add(e.payer()));
              version(in, versions, key);
            }
          }
          List<Person> people =
              payers.stream()
                  .map(id -> in.record(Person.class, "person/" + id))
                  .filter(Objects::nonNull)
                  .toList();
          return Answers.expenses(found, people, versions);
        });
  }

  @Override
  public Mono<Answers> things(CellId cell, Enquiry.ThingsNear near) {
    return locked(
        cell,
        in -> {
          Comparator<Thing> nearest =
              Comparator.comparing(t -> t.place().point().to(near.middle()).metres());
          List<Thing> found =
              in.all(Thing.class).stream()
                  .filter(t -> t.left() > 0 && near.kinds().contains(t.kind()))
                  .filter(t -> t.place().point().to(near.middle()).within(near.metres()))
                  .sorted(nearest)
                  .toList();
          List<Person> owners =
              found.stream()
                  .map(t -> in.record(Person.class, "person/" + t.owner()))
                  .distinct()
                  .toList();
          Map<String, Long> versions = new HashMap<>();
          found.forEach(t -> version(in, versions, "thing/" + t.id()));
          owners.forEach(p -> version(in, versions, "person/" + p.id()));
          return Answers.things(found, owners, versions);
        });
  }

  @Override
  public Mono<Answers> cases(CellId cell, boolean people) {
    return locked(
        cell,
        in -> {
          List<Case> open =
              in.all(Case.class).stream()
                  .filter(Case::isOpen)
                  .sorted(Comparator.comparing(c -> c.matter().openedAt()))
                  .toList();
          return Answers.cases(
              open,
              open.stream()
                  .filter(c -> people)
                  .map(c -> in.record(Person.class, "person/" + c.person()))
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
        });
  }

  private static Office office(InMemoryCell in) {
    Office kept = in.record(Office.class, "office");
    return kept == null ? Office.EMPTY : kept;
  }

  private static void version(InMemoryCell in, Map<String, Long> versions, String key) {
    versions.put(key, in.revisionOf(key));
  }

  private static List<Person> people(InMemoryCell in, List<HelpRequest> jobs) {
    Set<PersonId> ids = new LinkedHashSet<>();
    jobs.forEach(r -> ids.addAll(r.parties()));
    return ids.stream()
        .map(id -> in.record(Person.class, "person/" + id))
        .filter(Objects::nonNull)
        .toList();
  }

  private Mono<Answers> locked(
      CellId cell, java.util.function.Function<InMemoryCell, Answers> look) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            return look.apply(in);
          }
        });
  }
}
