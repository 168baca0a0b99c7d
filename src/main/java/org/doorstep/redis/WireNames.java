package org.doorstep.redis;

import static java.util.Map.entry;

import java.util.Map;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.talk.SlotValue;

/** What each case of our sealed types is called in JSON. A wire format: names are never reused. */
final class WireNames {

  static final Map<Class<?>, String> ALL =
      Map.<Class<?>, String>ofEntries(
          entry(Inbound.Said.class, "said"),
          entry(Inbound.Reworded.class, "reworded"),
          entry(Inbound.Pressed.class, "pressed"),
          entry(Inbound.HomeOpened.class, "home-opened"),
          entry(Inbound.HandedIn.class, "handed-in"),
          entry(Inbound.InThread.class, "in-thread"),
          entry(Inbound.Amended.class, "amended"),
          entry(Inbound.Reported.class, "reported"),
          entry(Inbound.Rang.class, "rang"),
          entry(Inbound.Unposted.class, "unposted"),
          entry(Inbound.CellEdited.class, "cell-edited"),
          entry(Alarm.NextWave.class, "next-wave"),
          entry(Alarm.Taken.class, "taken"),
          entry(Alarm.Silence.class, "silence"),
          entry(Alarm.Turn.class, "turn"),
          entry(Alarm.Late.class, "late"),
          entry(Alarm.WithOfficer.class, "with-officer"),
          entry(Alarm.DidItArrive.class, "did-it-arrive"),
          entry(Alarm.Occasion.class, "occasion"),
          entry(Alarm.Unacknowledged.class, "unacknowledged"),
          entry(Alarm.Expired.class, "expired"),
          entry(Alarm.FormLeft.class, "form-left"),
          entry(Alarm.SaidAll.class, "said-all"),
          entry(Alarm.FormTimer.class, "form-timer"),
          entry(Alarm.AskLater.class, "ask-later"),
          entry(Alarm.Applied.class, "applied"),
          entry(Alarm.Bulletin.class, "bulletin"),
          entry(Alarm.BulletinLater.class, "bulletin-later"),
          entry(Alarm.HomeDue.class, "home-due"),
          entry(Alarm.Unanswered.class, "unanswered"),
          entry(Alarm.Undecided.class, "undecided"),
          entry(Alarm.ThingOffered.class, "thing-offered"),
          entry(Alarm.ThingFor.class, "thing-for"),
          entry(Alarm.ThingFree.class, "thing-free"),
          entry(Alarm.ThingOver.class, "thing-over"),
          entry(Alarm.Lent.class, "lent"),
          entry(Alarm.Longer.class, "longer"),
          entry(Outgoing.ToPerson.class, "to-person"),
          entry(Outgoing.Post.class, "post"),
          entry(Outgoing.Repost.class, "repost"),
          entry(Outgoing.InThread.class, "in-thread"),
          entry(Outgoing.Mark.class, "mark"),
          entry(Outgoing.Whisper.class, "whisper"),
          entry(Outgoing.TextMessage.class, "text-message"),
          entry(Outgoing.Modal.class, "modal"),
          entry(Outgoing.Home.class, "home"),
          entry(HelpRequest.Seeking.class, "seeking"),
          entry(Kept.class, "kept"),
          entry(InTriage.class, "in-triage"),
          entry(InTriage.Decider.Desk.class, "desk"),
          entry(InTriage.Decider.Resident.class, "resident"),
          entry(InTriage.Decider.Leads.class, "leads"),
          entry(WithOfficer.class, "with-officer"),
          entry(HelpRequest.Claimed.class, "claimed"),
          entry(Delivered.class, "delivered"),
          entry(HelpRequest.Closed.class, "closed"),
          entry(Case.Waiting.class, "waiting"),
          entry(Case.Acknowledged.class, "acknowledged"),
          entry(Case.Closed.class, "closed"),
          entry(SlotValue.Words.class, "words"),
          entry(SlotValue.Picked.class, "picked"),
          entry(SlotValue.At.class, "at"),
          entry(SlotValue.Time.class, "time"),
          entry(SlotValue.Raised.class, "raised"),
          entry(SlotValue.Skipped.class, "skipped"),
          entry(SlotValue.OneOf.class, "one-of"),
          entry(Fact.PersonMet.class, "person-met"),
          entry(Fact.VolunteerJoined.class, "volunteer-joined"),
          entry(Fact.VolunteerApplied.class, "volunteer-applied"),
          entry(Fact.ApplicationOver.class, "application-over"),
          entry(Fact.VolunteerInvited.class, "volunteer-invited"),
          entry(Fact.VolunteerRemoved.class, "volunteer-removed"),
          entry(Fact.BadgeChanged.class, "badge-changed"),
          entry(Fact.BulletinSent.class, "bulletin-sent"),
          entry(Fact.VolunteerPaused.class, "volunteer-paused"),
          entry(Fact.VolunteerResumed.class, "volunteer-resumed"),
          entry(Fact.OptedOut.class, "opted-out"),
          entry(Fact.OptedIn.class, "opted-in"),
          entry(Fact.PersonForgotten.class, "person-forgotten"),
          entry(Fact.RequestOpened.class, "request-opened"),
          entry(Fact.WaveSent.class, "wave-sent"),
          entry(Fact.OfferDeclined.class, "offer-declined"),
          entry(Fact.RequestClaimed.class, "request-claimed"),
          entry(Fact.ClaimRefused.class, "claim-refused"),
          entry(Fact.StoodBy.class, "stood-by"),
          entry(Fact.StoodDown.class, "stood-down"),
          entry(Fact.AskedAlone.class, "asked-alone"),
          entry(Fact.Assigned.class, "assigned"),
          entry(Fact.HandOverAsked.class, "hand-over-asked"),
          entry(Fact.HandOverRefused.class, "hand-over-refused"),
          entry(Fact.HandedOver.class, "handed-over"),
          entry(Fact.OpenedAgain.class, "opened-again"),
          entry(Fact.Edited.class, "edited"),
          entry(Fact.PassAsked.class, "pass-asked"),
          entry(Fact.PassRefused.class, "pass-refused"),
          entry(Fact.HandedOn.class, "handed-on"),
          entry(Fact.TriageBegun.class, "triage-begun"),
          entry(Fact.TriageOver.class, "triage-over"),
          entry(Fact.PassingOnAnswered.class, "passing-on-answered"),
          entry(Fact.LevelMoved.class, "level-moved"),
          entry(Fact.IntakePaused.class, "intake-paused"),
          entry(Fact.IntakeOpened.class, "intake-opened"),
          entry(Fact.CancelledByLead.class, "cancelled-by-lead"),
          entry(Fact.Reopened.class, "reopened"),
          entry(Fact.CouldNot.class, "could-not"),
          entry(Fact.PaidFor.class, "paid-for"),
          entry(Fact.PaidBack.class, "paid-back"),
          entry(Fact.HolderNudged.class, "holder-nudged"),
          entry(Fact.HandedBack.class, "handed-back"),
          entry(Fact.ReportedDone.class, "reported-done"),
          entry(Fact.NotArrived.class, "not-arrived"),
          entry(Fact.RequestClosed.class, "request-closed"),
          entry(Fact.WordsExpired.class, "words-expired"),
          entry(Fact.ArrangementBegun.class, "arrangement-begun"),
          entry(Fact.RegularFound.class, "regular-found"),
          entry(Fact.RegularGone.class, "regular-gone"),
          entry(Fact.OccasionSkipped.class, "occasion-skipped"),
          entry(Fact.OccasionMissed.class, "occasion-missed"),
          entry(Fact.ArrangementEnded.class, "arrangement-ended"),
          entry(Fact.ThingOffered.class, "thing-offered"),
          entry(Fact.ThingTaken.class, "thing-taken"),
          entry(Fact.ThingBack.class, "thing-back"),
          entry(Fact.ThingMissing.class, "thing-missing"),
          entry(Fact.ThingLentLonger.class, "thing-lent-longer"),
          entry(Fact.ThingWithdrawn.class, "thing-withdrawn"),
          entry(Fact.CaseOpened.class, "case-opened"),
          entry(Fact.CaseAcknowledged.class, "case-acknowledged"),
          entry(Fact.NextOfficerTold.class, "next-officer-told"),
          entry(Fact.CaseClosed.class, "case-closed"),
          entry(Fact.Relayed.class, "relayed"),
          entry(Fact.DeliveryFailed.class, "delivery-failed"));

  private WireNames() {}

  static String of(Class<?> type) {
    String name = ALL.get(type);
    if (name == null) throw new IllegalStateException("no wire name for " + type.getName());
    return name;
  }
}
