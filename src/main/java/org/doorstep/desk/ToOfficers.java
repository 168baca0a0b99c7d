package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.talk.LeadsOrder;

/**
 * Whoever runs a group writes to the officers: it has a thread of its own, and what is written
 * there comes back to them.
 */
final class ToOfficers {

  private static final String ORDER = "officer";

  private final Wording wording;
  private final Cases cases;

  ToOfficers(Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
  }

  static boolean about(LeadsOrder order) {
    return order.name().equals(ORDER);
  }

  /** Each time: they go on giving orders meanwhile. */
  void write(Draft draft, Lead lead, String words) {
    Case theirs = cases.open(draft, Reason.FROM_A_LEAD, lead.person().id(), null, words);
    draft.put(theirs.wroteAt(draft.now()));
    Wording own = wording.to(draft, lead.person().id());
    String officer = OfficersLine.reads(draft, theirs).name();
    draft.tell(lead.person().id(), own.say("officers.lead-sent", Map.of("officer", officer)), HOLD);
  }
}
