package org.doorstep.help;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.people.PersonId;

/**
 * A request, in one of the states of its life. Each state has only the ways on that are legal, so
 * an illegal one cannot be written.
 *
 * <pre>
 * Seeking ──claimedBy──► Claimed ──reportedDone──► Delivered ──confirmed──► Closed
 *    ▲                     │                           │
 *    └─────handedBack──────┴──────────notArrived───────┘        any but Closed ──close──► Closed
 * </pre>
 */
public sealed interface HelpRequest {

  Particulars particulars();

  Search search();

  default RequestId id() {
    return particulars().id();
  }

  default PersonId resident() {
    return particulars().resident();
  }

  /** Everyone to whom something was said about it. */
  default Set<PersonId> involved() {
    Set<PersonId> all = new LinkedHashSet<>();
    all.add(resident());
    all.addAll(search().known());
    if (this instanceof Claimed c) all.add(c.holder());
    if (this instanceof Delivered d) all.add(d.holder());
    return all;
  }

  static Seeking open(Particulars particulars) {
    return new Seeking(particulars, Search.first());
  }

  /** Nobody has it yet. */
  record Seeking(Particulars particulars, Search search) implements HelpRequest {

    public Seeking waveSent(List<PersonId> volunteers) {
      return new Seeking(particulars, search.sentTo(volunteers));
    }

    /**
     * @param alone only one, who helped before
     */
    public Seeking sentAside(List<PersonId> volunteers, boolean alone) {
      return new Seeking(particulars, search.sentAside(volunteers, alone));
    }

    public Seeking declinedBy(PersonId volunteer) {
      return new Seeking(particulars, search.declinedBy(volunteer));
    }

    public Seeking passedOn() {
      return new Seeking(particulars, search.passedOn());
    }

    public Claimed claimedBy(PersonId volunteer, Instant now) {
      return new Claimed(particulars, search, volunteer, now, false);
    }

    public Closed close(Closed.Outcome outcome, Instant now) {
      return new Closed(particulars, search, outcome, now);
    }
  }

  /** One volunteer has it. */
  record Claimed(
      Particulars particulars, Search search, PersonId holder, Instant since, boolean nudged)
      implements HelpRequest {

    public Claimed askedHowItGoes() {
      return new Claimed(particulars, search, holder, since, true);
    }

    /** The volunteer spoke of it: the clock of silence starts again. */
    public Claimed heardOf(Instant now) {
      return new Claimed(particulars, search, holder, now, false);
    }

    public Seeking handedBack() {
      return new Seeking(particulars, search.againWithout(holder));
    }

    public Delivered reportedDone(Instant now) {
      return new Delivered(particulars, search, holder, now);
    }

    public Closed close(Closed.Outcome outcome, Instant now) {
      return new Closed(particulars, search, outcome, now);
    }
  }

  /** The volunteer says it is done; the resident has not confirmed it. */
  record Delivered(Particulars particulars, Search search, PersonId holder, Instant at)
      implements HelpRequest {

    public Seeking notArrived() {
      return new Seeking(particulars, search.again());
    }

    public Closed close(Closed.Outcome outcome, Instant now) {
      return new Closed(particulars, search, outcome, now);
    }
  }

  /** It is over. */
  record Closed(Particulars particulars, Search search, Outcome outcome, Instant at)
      implements HelpRequest {

    /** How it ended. */
    public enum Outcome {
      /** The resident said that it arrived. */
      ARRIVED,
      /** The volunteer said so, and the resident did not contradict. */
      ASSUMED_DONE,
      /** The resident no longer needs it. */
      CANCELLED,
      /** An officer saw to it, or to the person. */
      BY_OFFICER,
      /** The resident asked to be forgotten. */
      FORGOTTEN
    }
  }
}
