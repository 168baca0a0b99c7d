package org.doorstep.village;

import org.doorstep.help.Particulars;
import org.doorstep.place.Distance;

/**
 * A request put to a volunteer of a simulated town, as they see it.
 *
 * @param liked they would do anything, or have named this kind of help
 * @param known they helped this resident before
 */
record Offer(Townsperson volunteer, Distance distance, boolean liked, boolean known) {

  static Offer of(Townsperson volunteer, Particulars asked, Distance distance, Past past) {
    return new Offer(
        volunteer,
        distance,
        volunteer.likes().isEmpty() || volunteer.likes().contains(asked.need()),
        past.helpersOf(asked.resident()).contains(volunteer));
  }
}
