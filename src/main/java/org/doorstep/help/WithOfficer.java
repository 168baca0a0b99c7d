package org.doorstep.help;

import java.time.Instant;

/** An officer alone looks after it: no neighbour is asked, and none may take it. */
public record WithOfficer(Particulars particulars, Search search, Instant since)
    implements HelpRequest {

  /** The officer found nothing against it. */
  public HelpRequest.Seeking askedAgain() {
    return new HelpRequest.Seeking(particulars, search.again());
  }

  /** Whoever opens it again has to know that it was no job for neighbours. */
  private static HelpRequest.Closed.Outcome remembering(HelpRequest.Closed.Outcome outcome) {
    return outcome == HelpRequest.Closed.Outcome.CANCELLED
        ? HelpRequest.Closed.Outcome.CANCELLED_WITH_OFFICER
        : outcome;
  }

  public HelpRequest.Closed close(HelpRequest.Closed.Outcome outcome, Instant now) {
    return new HelpRequest.Closed(particulars, search, remembering(outcome), now, null);
  }
}
