package org.doorstep.help;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request, in one of the states of its life. Each state has only the ways on that are legal, so
 * an illegal one cannot be written.
 *
 * <pre>
 *   InTriage ──toNeighbours──┐      InTriage ──passedOn──► WithOfficer, ──claimedBy──► Claimed
 *                            ▼
 *            ┌──────────assignedTo───────►┐
 *         Seeking ◄────passedOver──────► Kept ◄─┐ passedOver: the next in line
 *            │                            │ └───┘
 *            └────────claimedBy───────────┤
 *                                         ▼
 *    handedBack to Kept or Seeking ◄── Claimed ──reportedDone──► Delivered ──► notArrived: Kept
 *                                         │ ▲ └─┐ handedTo another                 or Seeking
 *                                         │ └───┘
 *                                         └──feltUnsafe──► WithOfficer ──askedAgain──► Seeking
 *                     any but Closed ──close──► Closed ──reopened, but who is forgotten──► Seeking
 * </pre>
 */
public sealed interface HelpRequest
    permits Open, HelpRequest.Claimed, WithOfficer, Delivered, HelpRequest.Closed {

  Particulars particulars();

  Search search();

  default RequestId id() {
    return particulars().id();
  }

  default PersonId resident() {
    return particulars().resident();
  }

  /** Those who stand by in case it becomes free. */
  default Standby standby() {
    return Standby.NOBODY;
  }

  /** Those whose names are needed when something becomes of it; the resident comes first. */
  default Set<PersonId> parties() {
    return Parties.of(this);
  }

  /** Everyone to whom something was said about it. */
  default Set<PersonId> involved() {
    return Parties.ever(this);
  }

  /** Whether nobody need come any more. */
  default boolean over() {
    return switch (this) {
      case Seeking s -> false;
      case Kept k -> false;
      case InTriage t -> false;
      case Claimed _, WithOfficer _ -> false;
      case Delivered _, Closed _ -> true;
    };
  }

  /** The same in the same state, with particulars that were put right; what has ended stays so. */
  default HelpRequest with(Particulars right) {
    return PutRight.with(this, right, search());
  }

  /** They said no to it, though not to this part of it; what has ended stays as it is. */
  default HelpRequest declinedToo(PersonId volunteer) {
    return PutRight.with(this, particulars(), search().declinedBy(volunteer));
  }

  /** With something more for whoever does it to read. */
  default HelpRequest noting(String more) {
    return with(particulars().noting(more));
  }

  static Seeking open(Particulars particulars) {
    return new Seeking(particulars, Search.first());
  }

  /** Whoever is asked may take it. */
  record Seeking(Particulars particulars, Search search) implements Open {

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

    /** Everybody may be asked afresh, but for those who said no. */
    public Seeking askedAgain() {
      return new Seeking(particulars, search.again());
    }

    /** Another group looks after it: everybody afresh, but for those who said no. */
    public Seeking handedOnTo(String group) {
      return new Seeking(particulars.handedOnTo(group), search.again());
    }

    /** Those who have another part of it are not asked about this one. */
    public Seeking without(Collection<PersonId> others) {
      return new Seeking(particulars, search.without(others));
    }

    /** Another part of it was found somebody for; the search goes on with this one. */
    public Seeking after(HelpRequest other) {
      return new Seeking(particulars, search.askedAs(other.search()));
    }

    /** Another part of it is looked for at this time. */
    public Seeking waiting() {
      return new Seeking(particulars, search.waiting());
    }

    public Seeking passedOn() {
      return new Seeking(particulars, search.passedOn());
    }

    @Override
    public Claimed claimedBy(PersonId volunteer, Instant now) {
      return Open.claimed(this, volunteer, now);
    }

    /** A lead asks one volunteer; nobody else may take it until they have answered. */
    public Kept assignedTo(PersonId volunteer, Instant now) {
      return Kept.of(this, volunteer, Kept.Because.ASSIGNED, now);
    }

    @Override
    public Closed close(Closed.Outcome outcome, Instant now) {
      return new Closed(particulars, search, outcome, now, null);
    }
  }

  /**
   * One volunteer has it.
   *
   * @param since when they were last heard of
   * @param offeredTo another volunteer whom they asked to take it over; they have it until then
   */
  record Claimed(
      Particulars particulars,
      Search search,
      PersonId holder,
      Instant since,
      boolean nudged,
      Standby standby,
      @Nullable PersonId offeredTo)
      implements HelpRequest {

    public Claimed {
      if (standby == null) standby = Standby.NOBODY; // kept before there was a line
    }

    public Claimed askedHowItGoes() {
      return new Claimed(particulars, search, holder, since, true, standby, offeredTo);
    }

    /** The volunteer spoke of it: the clock of silence starts again. */
    public Claimed heardOf(Instant now) {
      return new Claimed(particulars, search, holder, now, false, standby, offeredTo);
    }

    public Claimed stoodBy(PersonId other, Instant now) {
      return holder.equals(other)
          ? this
          : new Claimed(
              particulars,
              search.wantedBy(other),
              holder,
              since,
              nudged,
              standby.joinedBy(other, now),
              offeredTo);
    }

    /** Nobody is to come after them. */
    public Claimed withoutStandby() {
      return new Claimed(particulars, search, holder, since, nudged, Standby.NOBODY, offeredTo);
    }

    public Claimed leftBy(PersonId other) {
      return new Claimed(
          particulars,
          search.declinedBy(other),
          holder,
          since,
          nudged,
          standby.without(other),
          offeredTo);
    }

    /** Another volunteer is asked to take it over. */
    public Claimed offeredTo(PersonId other, Instant now) {
      if (other.equals(holder)) return this;
      return new Claimed(particulars, search.knownTo(other), holder, now, false, standby, other);
    }

    public Claimed notTakenOver() {
      return new Claimed(particulars, search, holder, since, nudged, standby, null);
    }

    /** The one who was asked to has taken it over; without one it stays where it is. */
    public Claimed takenOver(Instant now) {
      return offeredTo == null
          ? this
          : new Claimed(
              particulars,
              search.nextRound(),
              offeredTo,
              now,
              false,
              standby.without(offeredTo),
              null);
    }

    public Open handedBack() {
      return Open.turn(particulars, search.againWithout(holder), standby.without(holder));
    }

    /** The holder felt unsafe: no neighbour is sent there again. */
    public WithOfficer feltUnsafe(Instant now) {
      return new WithOfficer(particulars, search.againWithout(holder), now);
    }

    public Delivered reportedDone(Instant now) {
      return new Delivered(particulars, search, holder, now, standby);
    }

    public Closed close(Closed.Outcome outcome, Instant now) {
      return new Closed(particulars, search, outcome, now, holder);
    }
  }

  /** It is over. The helper, if any, had it last, and may still say what they paid. */
  record Closed(
      Particulars particulars,
      Search search,
      Outcome outcome,
      Instant at,
      @Nullable PersonId helper)
      implements HelpRequest {

    /**
     * It was not over after all: everybody may be asked afresh, but for those who said no. Empty
     * where the one who asked was forgotten.
     */
    public Optional<Seeking> reopened() {
      if (outcome == Outcome.FORGOTTEN) return Optional.empty();
      Search known = helper == null ? search : search.knownTo(helper);
      return Optional.of(new Seeking(particulars, known.again()));
    }

    /** How it ended. */
    public enum Outcome {
      /** The resident said that it arrived. */
      ARRIVED,
      /** The volunteer said so, and the resident did not contradict. */
      ASSUMED_DONE,
      /** The resident no longer needs it. */
      CANCELLED,
      /** The same, when a volunteer had felt unsafe and only an officer looked after it. */
      CANCELLED_WITH_OFFICER,
      /** One time of many whose time went by without a word from anybody. */
      NOT_HEARD_OF,
      /** It was not passed on; they were told to whom they may turn themselves. */
      SIGNPOSTED,
      /** An officer saw to it, or to the person. */
      BY_OFFICER,
      /** The resident asked to be forgotten. */
      FORGOTTEN;

      /** Whether they have what they asked for. */
      public boolean done() {
        return this == ARRIVED || this == ASSUMED_DONE;
      }
    }
  }
}
