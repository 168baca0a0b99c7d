package org.doorstep.help;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;

/** Who would suit a request, best first. Each rule has a name. */
public final class Matching {

  private Matching() {}

  /** Those of {@code candidates} who may be asked within {@code metres}, best first. */
  public static List<Suitable> rank(
      HelpRequest.Seeking request, List<Person> candidates, int metres, Instant now) {
    return candidates.stream()
        .filter(candidate -> mayBeAsked(request, candidate, now))
        .flatMap(candidate -> near(request, candidate, metres).stream())
        .sorted(Comparator.comparing(Matching::step).thenComparing(Suitable::distance))
        .toList();
  }

  private static boolean mayBeAsked(HelpRequest.Seeking request, Person candidate, Instant now) {
    Volunteering offer = candidate.volunteering();
    return offer != null
        && offer.availableAt(now)
        && !candidate.optedOut()
        && !candidate.id().equals(request.resident())
        && !request.search().asked().contains(candidate.id())
        && !request.search().declined().contains(candidate.id());
  }

  /** Near enough for the wave and for the volunteer's own reach. */
  private static Optional<Suitable> near(
      HelpRequest.Seeking request, Person candidate, int metres) {
    Volunteering offer = candidate.volunteering();
    if (offer == null) return Optional.empty();
    Distance distance = offer.home().point().to(request.particulars().place().point());
    boolean likesIt =
        offer.likes().isEmpty() || offer.likes().contains(request.particulars().need());
    return distance.within(metres) && distance.within(offer.reachMetres())
        ? Optional.of(new Suitable(candidate, distance, likesIt))
        : Optional.empty();
  }

  /** Those who like this kind of help come first; among equals, the nearest. */
  private static int step(Suitable suitable) {
    return suitable.likesIt() ? 0 : 1;
  }
}
