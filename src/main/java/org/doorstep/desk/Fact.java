package org.doorstep.desk;

import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Level;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Recurrence;
import org.doorstep.help.Referred;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.Consent;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Something that became true. Facts go to the cell's event stream, so none holds a name, an address
 * or anybody's words.
 */
public sealed interface Fact {

  record PersonMet(PersonId person) implements Fact {}

  record VolunteerJoined(PersonId person, String group) implements Fact {}

  record VolunteerApplied(PersonId person, String group) implements Fact {}

  record ApplicationOver(PersonId person, String group, boolean refused) implements Fact {}

  record VolunteerInvited(String group) implements Fact {}

  record VolunteerRemoved(PersonId person, String group) implements Fact {}

  /** Somebody who runs the group has granted a badge, or taken it back. */
  record BadgeChanged(PersonId person, String group, String badge, boolean granted)
      implements Fact {}

  record BulletinSent(String group, int to) implements Fact {}

  record VolunteerPaused(PersonId person) implements Fact {}

  record VolunteerResumed(PersonId person) implements Fact {}

  record OptedOut(PersonId person) implements Fact {}

  record OptedIn(PersonId person) implements Fact {}

  record PersonForgotten(PersonId person) implements Fact {}

  /** They were asked whether they agree to something. */
  record Consented(PersonId person, Purpose purpose, Consent.Answer answer) implements Fact {}

  record RequestOpened(RequestId request, Need need, String group) implements Fact {}

  record WaveSent(RequestId request, int round, int wave, int asked) implements Fact {}

  record OfferDeclined(RequestId request, PersonId volunteer) implements Fact {}

  record RequestClaimed(RequestId request, int round, PersonId volunteer) implements Fact {}

  record ClaimRefused(RequestId request, PersonId volunteer) implements Fact {}

  record StoodBy(RequestId request, PersonId volunteer, int place) implements Fact {}

  record StoodDown(RequestId request, PersonId volunteer) implements Fact {}

  record AskedAlone(RequestId request, PersonId volunteer) implements Fact {}

  record Assigned(RequestId request, PersonId volunteer) implements Fact {}

  record HandOverAsked(RequestId request, PersonId from, PersonId to) implements Fact {}

  record HandOverRefused(RequestId request, PersonId by) implements Fact {}

  record HandedOver(RequestId request, PersonId from, PersonId to) implements Fact {}

  record OpenedAgain(RequestId request) implements Fact {}

  /** Somebody who runs the group has put it right. */
  record Edited(RequestId request) implements Fact {}

  /** Another group is asked to take it on. */
  record PassAsked(RequestId request, String group) implements Fact {}

  /** It said no, or nothing in time. */
  record PassRefused(RequestId request, String group) implements Fact {}

  record HandedOn(RequestId request, String from, String to) implements Fact {}

  record IntakePaused(String group) implements Fact {}

  record IntakeOpened(String group) implements Fact {}

  record CancelledByLead(RequestId request) implements Fact {}

  /** It was over, or said to be done, and somebody who runs the group has opened it again. */
  record Reopened(RequestId request) implements Fact {}

  record CouldNot(RequestId request, PersonId volunteer, Outcome outcome) implements Fact {

    /** What came between. */
    public enum Outcome {
      NOBODY_IN,
      OUT_OF_STOCK,
      WRONG_ADDRESS,
      UNSAFE
    }
  }

  /** A volunteer laid something out for it; or said another amount, or that it was a mistake. */
  record PaidFor(RequestId request, PersonId volunteer) implements Fact {}

  record PaidBack(RequestId request, PersonId volunteer) implements Fact {}

  record HolderNudged(RequestId request) implements Fact {}

  record HandedBack(RequestId request, PersonId volunteer, boolean lapsed) implements Fact {}

  record ReportedDone(RequestId request, PersonId volunteer) implements Fact {}

  record NotArrived(RequestId request) implements Fact {}

  record RequestClosed(RequestId request, HelpRequest.Closed.Outcome outcome) implements Fact {}

  record WordsExpired(RequestId request) implements Fact {}

  /**
   * Somebody decides first to whom it goes.
   *
   * @param partner whose desk it is at; null where it is the resident's or the leads' to say
   */
  record TriageBegun(RequestId request, Level level, @Nullable String partner) implements Fact {}

  /** It went from there to the neighbours, to whoever took it, or on. */
  record TriageOver(RequestId request, boolean unanswered) implements Fact {}

  /** Whether it may be passed on, by the resident or by the leads. */
  record PassingOnAnswered(RequestId request, boolean byLeads, boolean yes) implements Fact {}

  /** Somebody of the council has referred a resident to a group. */
  record ReferredIn(RequestId request, String group, Referred.Contact contact) implements Fact {}

  /**
   * What crossed between the groups and the council was given back.
   *
   * @param by the id of a group or of a partner
   */
  record GivenBack(RequestId request, String by) implements Fact {}

  record LevelMoved(RequestId request, Level level) implements Fact {}

  record ArrangementBegun(ArrangementId arrangement, Need need, Recurrence rhythm)
      implements Fact {}

  /** One volunteer does it each time from now on. */
  record RegularFound(ArrangementId arrangement, PersonId volunteer) implements Fact {}

  record RegularGone(ArrangementId arrangement, PersonId volunteer) implements Fact {}

  record OccasionSkipped(ArrangementId arrangement, PersonId by) implements Fact {}

  /** Its time went by, and nobody has said that it took place. */
  record OccasionMissed(ArrangementId arrangement, RequestId request) implements Fact {}

  record ArrangementEnded(ArrangementId arrangement) implements Fact {}

  /**
   * @param kind a key of {@code vocab/things}
   */
  record ThingOffered(ThingId thing, String kind, boolean lent) implements Fact {}

  record ThingTaken(ThingId thing, RequestId request) implements Fact {}

  /** It was given or lent, and is back with its owner. */
  record ThingBack(ThingId thing, RequestId request) implements Fact {}

  /** Nobody knows whether it is back. */
  record ThingMissing(ThingId thing, RequestId request) implements Fact {}

  /** It may stay longer with whoever has borrowed it. */
  record ThingLentLonger(ThingId thing, RequestId request) implements Fact {}

  record ThingWithdrawn(ThingId thing) implements Fact {}

  record CaseOpened(CaseId caseId, Reason reason) implements Fact {}

  record CaseAcknowledged(CaseId caseId, String officer) implements Fact {}

  record NextOfficerTold(CaseId caseId, int told) implements Fact {}

  record CaseClosed(CaseId caseId, Case.Outcome outcome) implements Fact {}

  record Relayed(PersonId from, PersonId to) implements Fact {}

  record DeliveryFailed(OutgoingId outgoing, String code) implements Fact {}
}
