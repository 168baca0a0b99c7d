package org.doorstep.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.Crew;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The parts of a job that takes several people, each a request of its own. */
final class Parts {

  private Parts() {}

  /** As they stand. */
  static List<HelpRequest> others(Overlay draft, HelpRequest part) {
    return others(
        Stream.concat(draft.requests().stream(), draft.openedNow().stream()).toList(), part);
  }

  /** Of those that are known, in order. */
  static List<HelpRequest> others(List<HelpRequest> known, HelpRequest part) {
    Crew crew = part.particulars().crew();
    return crew == null
        ? List.of()
        : crew.others().stream()
            .flatMap(id -> known.stream().filter(request -> request.id().equals(id)))
            .toList();
  }

  /** In a list for people a job stands once, however many it takes. */
  static List<HelpRequest> once(List<HelpRequest> requests) {
    List<HelpRequest> shown = new ArrayList<>();
    for (HelpRequest each : requests) {
      if (shown.stream().noneMatch(s -> s.particulars().partOfTheSame(each.id()))) shown.add(each);
    }
    return shown;
  }

  /** How many of the other parts nobody has. */
  static int missing(List<HelpRequest> others) {
    return (int) others.stream().filter(Open.class::isInstance).count();
  }

  /** How many people have a part of it. */
  static int found(Overlay draft, HelpRequest part) {
    return holders(Stream.concat(Stream.of(part), others(draft, part).stream()).toList()).size();
  }

  static Set<PersonId> holders(List<HelpRequest> others) {
    return others.stream()
        .flatMap(other -> Stream.ofNullable(holder(other)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static @Nullable PersonId holder(HelpRequest part) {
    return switch (part) {
      case HelpRequest.Claimed c -> c.holder();
      case Delivered d -> d.holder();
      case Open o -> null;
      case WithOfficer w -> null;
      case HelpRequest.Closed c -> null;
    };
  }

  /**
   * The part that a yes is for: the one they have, this one while it is free, or one that is. While
   * an officer looks into one, it is for none.
   */
  static HelpRequest meant(Overlay draft, Person volunteer, HelpRequest tapped) {
    List<HelpRequest> all =
        Stream.concat(Stream.of(tapped), others(draft, tapped).stream()).toList();
    return all.stream()
        .filter(part -> volunteer.id().equals(holder(part)))
        .findFirst()
        .or(() -> all.stream().filter(WithOfficer.class::isInstance).findFirst())
        .or(() -> all.stream().filter(part -> free(part, volunteer.id())).findFirst())
        .orElse(tapped);
  }

  private static boolean free(HelpRequest part, PersonId volunteer) {
    return part instanceof HelpRequest.Seeking
        || (part instanceof Kept kept && kept.volunteer().equals(volunteer));
  }

  /** Whether somebody felt unsafe there: nobody else goes before an officer has looked. */
  static boolean withOfficer(Overlay draft, HelpRequest part) {
    return others(draft, part).stream().anyMatch(WithOfficer.class::isInstance);
  }

  /** Another part of it for which somebody stands by: whose yes is the oldest. */
  static Optional<HelpRequest> stoodByFor(Overlay draft, HelpRequest part) {
    return others(draft, part).stream()
        .filter(other -> !other.standby().isEmpty())
        .min(Comparator.comparing(other -> other.standby().places().getFirst().since()));
  }

  /** Their no is to all of it, but where they have another part. */
  static void declined(Draft draft, HelpRequest part, PersonId volunteer) {
    List<HelpRequest> others = others(draft, part);
    if (holders(others).contains(volunteer)) return;
    others.forEach(other -> draft.put(other.declinedToo(volunteer)));
  }

  /** As those read it who have another part, or come for one. */
  static Open alike(Overlay draft, Open part) {
    return others(draft, part).stream()
        .filter(other -> !(other instanceof HelpRequest.Closed))
        .findFirst()
        .map(HelpRequest::particulars)
        .map(p -> part.with(part.particulars().wanted(p.when()).noted(p.note())))
        .orElse(part);
  }

  /** Whether another part is looked for; then this one waits, so that nobody is asked twice. */
  static boolean waits(Overlay draft, HelpRequest.Seeking part) {
    return others(draft, part).stream()
        .flatMap(o -> o instanceof HelpRequest.Seeking s ? Stream.of(s.search()) : Stream.of())
        .anyMatch(search -> search.wave() > 0 && !search.handedOver());
  }

  /** A part that is missing, where none is looked for. */
  static Optional<HelpRequest.Seeking> next(Overlay draft, HelpRequest part) {
    return others(draft, part).stream()
        .flatMap(o -> o instanceof HelpRequest.Seeking s ? Stream.of(s) : Stream.of())
        .filter(s -> s.search().wave() == 0 && !s.search().handedOver() && !waits(draft, s))
        .findFirst();
  }
}
