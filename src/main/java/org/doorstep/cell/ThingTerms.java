package org.doorstep.cell;

import java.time.Duration;
import java.util.Set;
import org.doorstep.people.Need;

/**
 * Things that neighbours give or lend.
 *
 * @param needs the kinds of help that a thing may be the answer to
 * @param keepFor how long an offer stands that has no date of its own
 * @param metres how far away somebody may be who needs it
 * @param askAlone how long its owner is asked before volunteers are
 */
public record ThingTerms(Set<Need> needs, Duration keepFor, int metres, Duration askAlone) {

  public static final ThingTerms USUAL =
      new ThingTerms(
          Set.of(new Need("equipment"), new Need("food-parcel"), new Need("tech-help"), Need.OTHER),
          Duration.ofDays(30),
          3000,
          Duration.ofMinutes(30));

  public ThingTerms {
    needs = Set.copyOf(needs);
  }
}
