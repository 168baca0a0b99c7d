package org.doorstep.app;

import java.util.List;
import java.util.Set;
import org.doorstep.people.Address;
import org.doorstep.people.Amendment;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;
import org.doorstep.place.Postcode;
import org.jspecify.annotations.Nullable;

/** A row of a list of volunteers, as far as it can be read by itself. */
sealed interface VolunteerRow {

  /** Counted from 1, as a spreadsheet does. */
  int line();

  /**
   * Somebody who may be invited.
   *
   * @param name what to call them; null where the list does not say
   * @param says what else they offer: when, and in which languages
   */
  record Legible(
      int line,
      Address address,
      @Nullable String name,
      Postcode postcode,
      int reachMetres,
      Set<Travel> travel,
      Set<Need> likes,
      List<Amendment> says)
      implements VolunteerRow {

    public Legible {
      travel = Set.copyOf(travel);
      likes = Set.copyOf(likes);
      says = List.copyOf(says);
    }

    @Override
    public String toString() {
      return "Legible[" + line + "]";
    }
  }

  /**
   * Nobody is invited because of it.
   *
   * @param reason in words for whoever keeps the list; never anything that stands in it
   */
  record Refused(int line, String reason) implements VolunteerRow {}
}
