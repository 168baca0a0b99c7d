package org.doorstep.help;

import java.time.Instant;
import org.doorstep.people.PersonId;

/**
 * Only one person may take it for a while: the first on standby, whom a lead asked, or whoever has
 * such a thing to give.
 *
 * @param since when they said yes, or were named
 */
public record Kept(
    Particulars particulars,
    Search search,
    Standby standby,
    PersonId volunteer,
    Because because,
    Instant since)
    implements Open {

  /** Why they come first. */
  public enum Because {
    /** They said yes when somebody else had it, and it is their turn. */
    STOOD_BY,
    /** They said so long ago that they have been asked again. */
    ASKED_AGAIN,
    /** A lead asked them. */
    ASSIGNED,
    /** They have offered such a thing. */
    HAS_ONE
  }

  /** Whoever has such a thing is asked before anybody else. */
  public static Kept forOwner(HelpRequest.Seeking from, PersonId owner, Instant now) {
    return of(from, owner, Because.HAS_ONE, now);
  }

  /** Whoever stood by for another part of the same job comes before those who have to be asked. */
  public static Kept forStandby(HelpRequest.Seeking from, Standby.Place place) {
    return of(from, place.volunteer(), Because.STOOD_BY, place.since());
  }

  static Kept of(HelpRequest.Seeking from, PersonId volunteer, Because because, Instant now) {
    Search named = from.search().knownTo(volunteer).nextRound();
    return new Kept(from.particulars(), named, Standby.NOBODY, volunteer, because, now);
  }

  public Kept asked(Instant now) {
    return new Kept(particulars, search, standby, volunteer, Because.ASKED_AGAIN, now);
  }

  /** They said no, or nothing: it is the turn of the next in line, or of everybody. */
  public Open passedOver() {
    return Open.turn(particulars, search.askedAlone(volunteer).nextRound(), standby);
  }

  public Open declined() {
    return Open.turn(
        particulars, search.askedAlone(volunteer).declinedBy(volunteer).nextRound(), standby);
  }

  public Kept stoodBy(PersonId other, Instant now) {
    return volunteer.equals(other)
        ? this
        : new Kept(
            particulars,
            search.wantedBy(other),
            standby.joinedBy(other, now),
            volunteer,
            because,
            since);
  }

  /** It is an officer's to decide who goes there, and nobody waits for it. */
  public HelpRequest.Seeking putAside() {
    return new HelpRequest.Seeking(particulars, search.nextRound().passedOn());
  }

  public Kept leftBy(PersonId other) {
    return new Kept(
        particulars, search.declinedBy(other), standby.without(other), volunteer, because, since);
  }

  @Override
  public HelpRequest.Claimed claimedBy(PersonId other, Instant now) {
    return Open.claimed(this, other, now);
  }

  @Override
  public HelpRequest.Closed close(HelpRequest.Closed.Outcome outcome, Instant now) {
    return new HelpRequest.Closed(particulars, search, outcome, now, null);
  }
}
