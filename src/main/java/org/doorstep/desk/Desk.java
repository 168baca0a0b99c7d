package org.doorstep.desk;

import java.time.Instant;
import java.util.List;
import org.doorstep.help.ClaimOutcome;

/** The one place where it is decided what an inbound leads to. Pure: the same in, the same out. */
public interface Desk {

  /** What has to be looked up first. */
  List<Enquiry> asks(Dossier dossier, Inbound inbound, Instant now);

  Decision decide(Dossier dossier, Inbound inbound, Instant now);

  /** The rest of a contested decision, once it is known who came first. */
  Decision.Settled conclude(Dossier dossier, Inbound inbound, ClaimOutcome outcome, Instant now);
}
