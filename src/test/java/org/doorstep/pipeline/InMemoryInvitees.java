package org.doorstep.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Mono;

/** Nothing ages here: that is for a test on a server. */
@NullUnmarked
record InMemoryInvitees(InMemoryPorts all) implements Invitees {

  @Override
  public Mono<List<Standing>> standing(CellId cell, List<Address> addresses) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            List<Standing> standing = new ArrayList<>();
            for (Address address : addresses) standing.add(of(in, address));
            return standing;
          }
        });
  }

  static Standing of(InMemoryCell in, Address address) {
    PersonId id = id(in, address);
    Person known = in.record(Person.class, "person/" + id);
    if (known != null && known.optedOut()) return Standing.DECLINED;
    if (known != null && known.volunteering() != null) return Standing.VOLUNTEER;
    if (in.declined.contains(id)) return Standing.DECLINED;
    return in.invited.containsKey(id) ? Standing.INVITED : Standing.MAY_BE_ASKED;
  }

  @Override
  public Mono<Void> invite(CellId cell, Map<Address, Invitation> people, Duration keptFor) {
    return Mono.fromRunnable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            people.forEach((address, invitation) -> in.invited.put(id(in, address), invitation));
          }
        });
  }

  private static PersonId id(InMemoryCell in, Address address) {
    return in.personOf(new Inbound.Sender(address, List.of(), null));
  }
}
