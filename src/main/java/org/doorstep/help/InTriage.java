package org.doorstep.help;

import java.time.Instant;
import java.util.List;
import org.doorstep.people.PersonId;

/** Nobody is asked for help yet: somebody decides first to whom it goes. */
public record InTriage(Particulars particulars, Search search, Decider by, Instant since)
    implements Open {

  /** Who decides. */
  public sealed interface Decider {

    /**
     * A partner: a hub, or who brokers for the cell.
     *
     * @param partner its id
     */
    record Desk(String partner) implements Decider {}

    /**
     * Whoever asked: whether it may be passed on.
     *
     * @param to the id of a partner; {@link #OFFICERS} for the link officers
     */
    record Resident(String to) implements Decider {}

    /**
     * Those who run the group, after the resident's yes: whether it may be passed on.
     *
     * @param to as above
     */
    record Leads(String to) implements Decider {}

    /**
     * Whoever referred it to the groups: a group has given it back to them.
     *
     * @param group the id of that group
     * @param reason in its lead's words
     */
    record Referrer(String group, String reason) implements Decider {
      @Override
      public String toString() {
        return "Referrer[" + group + "]";
      }
    }
  }

  /** No partner is called that. */
  public static final String OFFICERS = "officers:";

  public static InTriage of(HelpRequest.Seeking seeking, Decider by, Instant now) {
    return new InTriage(seeking.particulars(), seeking.search(), by, now);
  }

  public InTriage by(Decider next, Instant now) {
    return new InTriage(particulars, search, next, now);
  }

  /** The neighbours are asked. */
  public HelpRequest.Seeking toNeighbours() {
    return new HelpRequest.Seeking(particulars, search);
  }

  /** It was passed on. */
  public WithOfficer passedOn(Instant now) {
    return new WithOfficer(particulars, search, now);
  }

  /** Whoever decided sees to it; nobody was asked, and the group's post says whose it is. */
  @Override
  public HelpRequest.Claimed claimedBy(PersonId decider, Instant now) {
    return Open.claimed(toNeighbours().waveSent(List.of()), decider, now);
  }

  @Override
  public HelpRequest.Closed close(HelpRequest.Closed.Outcome outcome, Instant now) {
    return new HelpRequest.Closed(particulars, search, outcome, now, null);
  }
}
