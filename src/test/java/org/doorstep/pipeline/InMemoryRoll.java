package org.doorstep.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Roll;
import org.doorstep.desk.RollCall;
import org.doorstep.figures.Count;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.jspecify.annotations.NullUnmarked;

/** What those who run a group want to know of its volunteers. */
@NullUnmarked
record InMemoryRoll(InMemoryCell in) {

  private static Stream<Count> stock(LocalDate day, Volunteering offer) {
    Spot spot = new Spot(offer.group(), "", offer.home().smallArea());
    Count one = new Count(day, spot, Measure.VOLUNTEERS, 1);
    return offer.travel().contains(Travel.CAR)
        ? Stream.of(one, new Count(day, spot, Measure.DRIVERS, 1))
        : Stream.of(one);
  }

  Answers answer(RollCall call) {
    return switch (call) {
      case RollCall.Leads leads -> {
        Map<String, Long> versions = new HashMap<>();
        Map<PersonId, Roll.Head> heads = new LinkedHashMap<>();
        leads
            .addresses()
            .forEach(
                address -> {
                  PersonId id = in.personOf(new Inbound.Sender(address, List.of(), null));
                  Person known = in.record(Person.class, "person/" + id);
                  heads.putIfAbsent(id, new Roll.Head(id, address, known));
                  if (known == null) versions.put("person/" + id, 0L);
                });
        yield of(List.of(), List.of(), versions).with(Roll.leads(List.copyOf(heads.values())));
      }
      case RollCall.Waiting waiting -> {
        List<Person> all =
            in.all(Person.class).stream()
                .filter(p -> p.membership().application() != null)
                .filter(
                    p -> waiting.groups().contains(p.membership().application().offer().group()))
                .sorted(Comparator.comparing(p -> p.membership().application().since()))
                .toList();
        List<Person> some = all.subList(0, Math.min(all.size(), RollCall.AT_MOST));
        yield of(List.of(), some, versions(some)).with(Roll.waiting(some, all.size()));
      }
      case RollCall.Of of -> {
        List<HelpRequest> own =
            in.all(HelpRequest.class).stream()
                .filter(j -> !(j instanceof HelpRequest.Closed))
                .filter(j -> j.involved().contains(of.person()))
                .toList();
        List<HelpRequest> jobs =
            in.all(HelpRequest.class).stream()
                .filter(
                    j ->
                        own.contains(j)
                            || own.stream().anyMatch(o -> o.particulars().partOfTheSame(j.id())))
                .toList();
        List<Arrangement> each =
            in.all(Arrangement.class).stream()
                .filter(a -> a.parties().contains(of.person()) || own.stream().anyMatch(a::has))
                .toList();
        List<Thing> things =
            in.all(Thing.class).stream().filter(t -> t.parties().contains(of.person())).toList();
        Set<PersonId> named = new LinkedHashSet<>(List.of(of.person()));
        jobs.forEach(j -> named.addAll(j.parties()));
        each.forEach(a -> named.addAll(a.parties()));
        things.forEach(t -> named.addAll(t.parties()));
        List<Person> people =
            named.stream()
                .flatMap(id -> Stream.ofNullable(in.record(Person.class, "person/" + id)))
                .toList();
        Map<String, Long> versions = new HashMap<>(versions(people));
        jobs.forEach(j -> versions.put("request/" + j.id(), in.revisionOf("request/" + j.id())));
        each.forEach(
            a -> versions.put("arrangement/" + a.id(), in.revisionOf("arrangement/" + a.id())));
        things.forEach(t -> versions.put("thing/" + t.id(), in.revisionOf("thing/" + t.id())));
        yield Answers.parts(jobs, each, things, people, versions);
      }
      case RollCall.Called called ->
          Answers.of(
              Roll.volunteers(
                  members(called.groups()).stream()
                      .filter(c -> PersonName.fits(called.name(), c.person()))
                      .limit(RollCall.AT_MOST)
                      .toList(),
                  0,
                  0));
      case RollCall.Stock stock ->
          Answers.counts(
              new Counts(
                  in.all(Person.class).stream()
                      .filter(p -> p.volunteering() != null && !p.optedOut())
                      .filter(p -> p.volunteering().availableAt(stock.now()))
                      .flatMap(p -> stock(stock.day(), p.volunteering()))
                      .collect(
                          Collectors.groupingBy(c -> c, LinkedHashMap::new, Collectors.counting()))
                      .entrySet()
                      .stream()
                      .map(
                          e ->
                              new Count(
                                  e.getKey().day(),
                                  e.getKey().spot(),
                                  e.getKey().what(),
                                  e.getValue().intValue()))
                      .toList()));
      case RollCall.Idle idle -> {
        List<Candidate> all = members(idle.groups());
        List<Candidate> byTurn =
            all.stream().sorted(Comparator.comparing(InMemoryRoll::last)).toList();
        Set<Candidate> ends = new LinkedHashSet<>();
        byTurn.stream().limit(RollCall.AT_MOST).forEach(ends::add);
        byTurn.reversed().stream().limit(RollCall.AT_MOST).forEach(ends::add);
        long idlers = all.stream().filter(c -> last(c).isBefore(idle.since())).count();
        yield Answers.of(Roll.volunteers(List.copyOf(ends), all.size(), (int) idlers));
      }
      case RollCall.Next next -> {
        List<Candidate> some =
            members(Set.of(next.group())).stream()
                .filter(c -> c.person().id().value().compareTo(next.after()) > 0)
                .sorted(Comparator.comparing(c -> c.person().id().value()))
                .limit(next.atMost())
                .toList();
        yield Answers.of(Roll.volunteers(some, some.size(), 0));
      }
      case RollCall.These these ->
          Answers.of(
              Roll.volunteers(
                  in.all(Person.class).stream()
                      .filter(p -> these.people().contains(p.id()))
                      .map(p -> new Candidate(p, in.tally(p.id())))
                      .toList(),
                  0,
                  0));
      case RollCall.Invitee invitee ->
          Answers.of(
              Roll.invitee(
                  Roll.Invitable.valueOf(InMemoryInvitees.of(in, invitee.address()).name())));
    };
  }

  private List<Candidate> members(Collection<String> groups) {
    return in.all(Person.class).stream()
        .filter(p -> p.volunteering() != null && !p.optedOut())
        .filter(p -> groups.contains(p.volunteering().group()))
        .map(p -> new Candidate(p, in.tally(p.id())))
        .toList();
  }

  private static Instant last(Candidate c) {
    return c.tally().asked().isEmpty()
        ? c.person().volunteering().joinedAt()
        : c.tally().asked().getLast();
  }

  private Map<String, Long> versions(Collection<Person> people) {
    Map<String, Long> versions = new HashMap<>();
    people.forEach(p -> versions.put("person/" + p.id(), in.revisionOf("person/" + p.id())));
    return versions;
  }

  private static Answers of(
      List<HelpRequest> jobs, List<Person> people, Map<String, Long> versions) {
    return Answers.jobs(jobs, people, versions);
  }
}
