package org.doorstep.desk;

import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The two people a case is about, where it is about two. */
record Apart(PersonId resident, PersonId volunteer) {

  static Optional<Apart> of(Draft draft, Case theCase) {
    if (theCase.matter().request() == null) return Optional.empty();
    return draft
        .request(theCase.matter().request().value())
        .flatMap(request -> of(request, theCase.person()));
  }

  private static Optional<Apart> of(HelpRequest request, PersonId person) {
    PersonId other = person.equals(request.resident()) ? holder(request) : person;
    return Optional.ofNullable(other).map(who -> new Apart(request.resident(), who));
  }

  private static @Nullable PersonId holder(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder();
      case HelpRequest.Delivered d -> d.holder();
      case HelpRequest.Seeking s -> null;
      case HelpRequest.Closed c -> null;
    };
  }

  /** From now on neither is asked about the other; neither is told. */
  void keep(Draft draft) {
    draft
        .person(resident)
        .ifPresent(person -> draft.put(person.tied(person.ties().apartFrom(volunteer))));
  }
}
