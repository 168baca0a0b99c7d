package org.doorstep.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.figures.Count;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.jspecify.annotations.NullUnmarked;

/** What those who run a group want to know of a street's volunteers. */
@NullUnmarked
record StreetRoll(Street street) {

  Answers answer(RollCall call) {
    return switch (call) {
      case RollCall.Leads leads ->
          Answers.of(
              Roll.leads(
                  leads.addresses().stream()
                      .map(
                          address -> {
                            Optional<Person> known =
                                street.people.values().stream()
                                    .filter(p -> p.address().equals(address))
                                    .findFirst();
                            PersonId id =
                                known.map(Person::id).orElse(new PersonId(address.value()));
                            return new Roll.Head(id, address, known.orElse(null));
                          })
                      .toList()));
      case RollCall.Waiting in -> {
        List<Person> waiting =
            street.people.values().stream()
                .filter(p -> p.membership().application() != null)
                .filter(p -> in.groups().contains(p.membership().application().offer().group()))
                .sorted(Comparator.comparing(p -> p.membership().application().since()))
                .toList();
        yield Answers.of(Roll.waiting(waiting, waiting.size()));
      }
      case RollCall.Of of ->
          Answers.parts(
              List.copyOf(street.requests.values()),
              List.copyOf(street.arrangements.values()),
              street.things.values().stream()
                  .filter(thing -> thing.parties().contains(of.person()))
                  .toList(),
              Optional.ofNullable(street.people.get(of.person())).stream().toList(),
              java.util.Map.of());
      case RollCall.Called called ->
          found(
              members(called.groups()).stream()
                  .filter(c -> PersonName.fits(called.name(), c.person()))
                  .toList());
      case RollCall.Idle idle -> {
        List<Candidate> all = members(idle.groups());
        long idlers = all.stream().filter(c -> last(c).isBefore(idle.since())).count();
        yield Answers.of(Roll.volunteers(all, all.size(), (int) idlers));
      }
      case RollCall.Next next -> {
        List<Candidate> some =
            members(List.of(next.group())).stream()
                .filter(c -> c.person().id().value().compareTo(next.after()) > 0)
                .sorted(Comparator.comparing(c -> c.person().id().value()))
                .limit(next.atMost())
                .toList();
        yield Answers.of(Roll.volunteers(some, some.size(), 0));
      }
      case RollCall.These these ->
          found(
              members(List.of("hyde-park")).stream()
                  .filter(c -> these.people().contains(c.person().id()))
                  .toList());
      case RollCall.Stock stock ->
          Answers.counts(
              Counts.NONE.and(
                  street.people.values().stream()
                      .filter(p -> p.volunteering() != null && !p.optedOut())
                      .map(
                          p ->
                              new Spot(
                                  p.volunteering().group(),
                                  "",
                                  p.volunteering().home().smallArea()))
                      .map(spot -> new Count(stock.day(), spot, Measure.VOLUNTEERS, 1))
                      .toList()));
      case RollCall.Invitee invitee -> Answers.of(Roll.invitee(standing(invitee)));
    };
  }

  private Roll.Invitable standing(RollCall.Invitee invitee) {
    PersonId id = new PersonId(invitee.address().value());
    Person known = street.people.get(id);
    if (known != null && known.volunteering() != null) return Roll.Invitable.VOLUNTEER;
    if (street.declined.contains(id)) return Roll.Invitable.DECLINED;
    return street.invited.containsKey(id) ? Roll.Invitable.INVITED : Roll.Invitable.MAY_BE_ASKED;
  }

  private static Answers found(List<Candidate> some) {
    return Answers.of(Roll.volunteers(some, 0, 0));
  }

  private List<Candidate> members(Collection<String> groups) {
    return street.people.values().stream()
        .filter(p -> p.volunteering() != null && !p.optedOut())
        .filter(p -> groups.contains(p.volunteering().group()))
        .map(p -> new Candidate(p, street.tally(p.id())))
        .toList();
  }

  private static Instant last(Candidate c) {
    return c.tally().asked().isEmpty()
        ? c.person().volunteering().joinedAt()
        : c.tally().asked().getLast();
  }
}
