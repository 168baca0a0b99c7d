package org.doorstep.help;

import java.time.Instant;
import org.doorstep.people.PersonId;

/** The volunteer says it is done; the resident has not confirmed it. */
public record Delivered(
    Particulars particulars, Search search, PersonId holder, Instant at, Standby standby)
    implements HelpRequest {

  public Delivered {
    if (standby == null) standby = Standby.NOBODY; // kept before there was a line
  }

  public Delivered leftBy(PersonId other) {
    return new Delivered(particulars, search.declinedBy(other), holder, at, standby.without(other));
  }

  public Open notArrived() {
    return Open.turn(particulars, search.again(), standby);
  }

  public Closed close(Closed.Outcome outcome, Instant now) {
    return new Closed(particulars, search, outcome, now, holder);
  }
}
