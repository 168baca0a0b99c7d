package org.doorstep.help;

import java.time.Instant;
import org.doorstep.people.PersonId;

/** Nobody has it. */
public sealed interface Open extends HelpRequest permits HelpRequest.Seeking, Kept, InTriage {

  @Override
  default Open with(Particulars right) {
    return (Open) PutRight.with(this, right, search());
  }

  HelpRequest.Claimed claimedBy(PersonId volunteer, Instant now);

  HelpRequest.Closed close(HelpRequest.Closed.Outcome outcome, Instant now);

  static HelpRequest.Claimed claimed(Open open, PersonId volunteer, Instant now) {
    return new HelpRequest.Claimed(
        open.particulars(),
        open.search(),
        volunteer,
        now,
        false,
        open.standby().without(volunteer),
        null);
  }

  /** It is free: the turn of the first in line, where there is a line. */
  static Open turn(Particulars particulars, Search search, Standby standby) {
    return standby
        .first()
        .<Open>map(
            first ->
                new Kept(
                    particulars,
                    search,
                    standby.without(first.volunteer()),
                    first.volunteer(),
                    Kept.Because.STOOD_BY,
                    first.since()))
        .orElseGet(() -> new HelpRequest.Seeking(particulars, search));
  }
}
