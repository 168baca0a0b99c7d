package org.doorstep.help;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;

/** Those who have to do with a request as it is now. */
final class Parties {

  private Parties() {}

  static Set<PersonId> of(HelpRequest request) {
    Set<PersonId> all = new LinkedHashSet<>();
    all.add(request.resident());
    all.addAll(request.standby().volunteers());
    switch (request) {
      case HelpRequest.Seeking s -> {}
      case Kept k -> all.add(k.volunteer());
      case HelpRequest.Claimed c -> {
        all.add(c.holder());
        if (c.offeredTo() != null) all.add(c.offeredTo());
      }
      case InTriage t -> {}
      case WithOfficer w -> {}
      case Delivered d -> all.add(d.holder());
      case HelpRequest.Closed c -> Stream.ofNullable(c.helper()).forEach(all::add);
    }
    return all;
  }

  static Set<PersonId> ever(HelpRequest request) {
    Set<PersonId> all = of(request);
    all.addAll(request.search().known());
    return all;
  }
}
