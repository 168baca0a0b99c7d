package org.doorstep.help;

import org.doorstep.help.HelpRequest.Claimed;
import org.doorstep.help.HelpRequest.Closed;
import org.doorstep.help.HelpRequest.Seeking;

/** A request in the same state, where something was wrong or was not known. */
final class PutRight {

  private PutRight() {}

  static HelpRequest with(HelpRequest request, Particulars right, Search search) {
    return switch (request) {
      case Seeking _ -> new Seeking(right, search);
      case Kept k -> new Kept(right, search, k.standby(), k.volunteer(), k.because(), k.since());
      case Claimed c ->
          new Claimed(right, search, c.holder(), c.since(), c.nudged(), c.standby(), c.offeredTo());
      case InTriage t -> new InTriage(right, search, t.by(), t.since());
      case WithOfficer w -> new WithOfficer(right, search, w.since());
      case Delivered d -> new Delivered(right, search, d.holder(), d.at(), d.standby());
      case Closed c -> c;
    };
  }
}
