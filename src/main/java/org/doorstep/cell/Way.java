package org.doorstep.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.people.Need;
import org.doorstep.place.Place;

/**
 * To whom a request goes, one after the other: whoever leaves it lying for too long is passed by.
 * The last stop is always the officers.
 */
public record Way(List<Stop> stops) {

  /** Somebody to whom a request goes. */
  public sealed interface Stop {

    /** Somebody decides there: does it, has the neighbours asked, or passes it on. */
    record Desk(Partner partner) implements Stop {}

    /** The volunteers of a group near by. */
    record Neighbours() implements Stop {}

    /** Somebody who needs the resident's yes first. */
    record Referral(Partner partner) implements Stop {}

    /** The link officers, who need it too where it is more than neighbours can do. */
    record Officers() implements Stop {}
  }

  public Way {
    stops = List.copyOf(stops);
  }

  public static Way of(Response response, Level level, Need need, Place place) {
    List<Stop> stops = new ArrayList<>();
    Model model = response.modelAt(place);
    Optional<Stop> broker = desk(response, Partner.Kind.LIO, need, place);
    Optional<Stop> hub = desk(response, Partner.Kind.HUB, need, place);
    switch (level) {
      case STREET -> {
        (switch (model) {
              case DIRECT -> Optional.<Stop>empty();
              case HUBS -> hub;
              case BROKER -> broker;
            })
            .ifPresent(stops::add);
        stops.add(new Stop.Neighbours());
      }
      case HUB -> {
        if (model == Model.BROKER) broker.ifPresent(stops::add);
        hub.ifPresent(stops::add);
      }
      case SPECIALIST -> referral(response, Partner.Kind.SPECIALIST, need, place, stops);
      case STATUTORY -> referral(response, Partner.Kind.STATUTORY, need, place, stops);
      case EMERGENCY -> {}
    }
    stops.add(new Stop.Officers());
    return new Way(stops);
  }

  private static Optional<Stop> desk(Response response, Partner.Kind kind, Need need, Place place) {
    return response.of(kind, need, place).map(Stop.Desk::new);
  }

  private static void referral(
      Response response, Partner.Kind kind, Need need, Place place, List<Stop> stops) {
    response.of(kind, need, place).map(Stop.Referral::new).ifPresent(stops::add);
  }

  public Stop first() {
    return stops.getFirst();
  }

  /**
   * Where it goes from a desk that does not see to it. Whoever was given it by another desk, or is
   * no partner any more, is followed by whatever comes after all desks.
   */
  public Stop after(String partner) {
    for (int i = 0; i + 1 < stops.size(); i++) {
      if (stops.get(i) instanceof Stop.Desk(Partner at) && at.id().equals(partner)) {
        return stops.get(i + 1);
      }
    }
    return stops.stream()
        .filter(stop -> !(stop instanceof Stop.Desk))
        .findFirst()
        .orElseGet(stops::getLast);
  }
}
