package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** What a volunteer does with a job: takes it, says no, does it, gives it back, worries. */
final class Jobs {

  private final Wording wording;
  private final Board board;
  private final Others others;
  private final Turns turns;
  private final HandOvers handOvers;
  private final Holders holders;
  private final Guidance guidance;
  private final Stock stock;
  private final Missed missed;
  private final Regular regular;
  private final Crews crews;

  Jobs(
      Wording wording,
      Board board,
      Others others,
      Turns turns,
      HandOvers handOvers,
      Holders holders,
      Guidance guidance,
      Missed missed,
      Regular regular,
      Crews crews) {
    this.wording = wording;
    this.board = board;
    this.others = others;
    this.turns = turns;
    this.handOvers = handOvers;
    this.holders = holders;
    this.guidance = guidance;
    this.stock = new Stock(wording);
    this.missed = missed;
    this.regular = regular;
    this.crews = crews;
  }

  /** An offer of an earlier round is as good: the job is the same. */
  void take(Draft draft, Person volunteer, HelpRequest tapped) {
    HelpRequest request = Parts.meant(draft, volunteer, tapped);
    switch (request) {
      case HelpRequest.Claimed c when c.holder().equals(volunteer.id()) ->
          attempt(draft, volunteer, c);
      case HelpRequest r when Apart.from(draft, r, volunteer) -> refused(draft, volunteer, r);
      case HelpRequest.Claimed c when volunteer.id().equals(c.offeredTo()) ->
          handOvers.accepted(draft, volunteer, c);
      case HelpRequest r when Stock.mayNot(draft, r, volunteer) -> refused(draft, volunteer, r);
      case Kept kept when !kept.volunteer().equals(volunteer.id()) ->
          turns.join(draft, volunteer.id(), kept);
      case WithOfficer w -> refused(draft, volunteer, request);
      case InTriage t -> refused(draft, volunteer, request);
      case Open o -> attempt(draft, volunteer, o);
      case HelpRequest.Claimed c -> attempt(draft, volunteer, c);
      case Delivered d -> refused(draft, volunteer, request);
      case HelpRequest.Closed c -> refused(draft, volunteer, request);
    }
  }

  /** Whoever decides for a partner sees to it, like a volunteer; the group sees it as theirs. */
  void takeFromDesk(Draft draft, Person decider, InTriage waiting) {
    draft
        .claim(claim(draft, decider, waiting))
        .ifPresent(
            outcome -> {
              concluded(draft, decider, waiting, outcome);
            });
  }

  private void attempt(Draft draft, Person volunteer, HelpRequest request) {
    draft
        .claim(claim(draft, volunteer, request))
        .ifPresent(outcome -> concluded(draft, volunteer, request, outcome));
  }

  static ClaimAttempt claim(Draft draft, Person volunteer, HelpRequest request) {
    return new ClaimAttempt(
        request.id(),
        request.search().round(),
        volunteer.id(),
        Stock.limit(draft, request, volunteer.id()));
  }

  private void concluded(Draft draft, Person volunteer, HelpRequest request, ClaimOutcome outcome) {
    switch (outcome) {
      case ClaimOutcome.Won w -> {
        if (request instanceof Open open) won(draft, volunteer, open);
        else alreadyYours(draft, volunteer, request);
      }
      case ClaimOutcome.TakenBy taken -> taken(draft, volunteer, request);
      case ClaimOutcome.NotOpen n -> refused(draft, volunteer, request);
      case ClaimOutcome.AtCapacity full -> {
        draft.fact(new Fact.ClaimRefused(request.id(), volunteer.id()));
        answer(draft, volunteer, "at-capacity", Map.of("limit", Integer.toString(full.limit())));
      }
    }
  }

  /** Somebody has it; while their claim is not written yet, the line has not begun either. */
  private void taken(Draft draft, Person volunteer, HelpRequest request) {
    if (request instanceof HelpRequest.Claimed) {
      turns.join(draft, volunteer.id(), request);
    } else {
      draft.wake(new Alarm.Late(request.id(), volunteer.id()), draft.now());
    }
  }

  /** Where they asked: in a channel only they see it, otherwise as a message. */
  private void answer(Draft draft, Person volunteer, String message, Map<String, String> values) {
    Wording theirs = wording.to(draft, volunteer.id());
    if (draft.cause() instanceof Inbound.Pressed pressed) {
      draft.whisper(pressed, theirs.words("job.whisper-" + message, values));
    } else {
      draft.tell(volunteer.id(), theirs.say("job." + message, values), HOLD);
    }
  }

  private void refused(Draft draft, Person volunteer, HelpRequest request) {
    draft.fact(new Fact.ClaimRefused(request.id(), volunteer.id()));
    answer(draft, volunteer, "not-open", wording.to(draft, volunteer.id()).open(draft, request));
  }

  private void alreadyYours(Draft draft, Person volunteer, HelpRequest request) {
    if (request instanceof HelpRequest.Claimed c && c.holder().equals(volunteer.id())) {
      holders.told(draft, c);
    } else {
      refused(draft, volunteer, request);
    }
  }

  void won(Draft draft, Person volunteer, Open open) {
    HelpRequest.Claimed claimed = open.claimedBy(volunteer.id(), draft.now());
    draft.put(claimed);
    draft.fact(new Fact.RequestClaimed(claimed.id(), claimed.search().round(), volunteer.id()));
    Intake.remember(draft, claimed);
    guidance.with(draft, claimed);
    holders.told(draft, claimed);
    stock.taken(draft, claimed);
    if (draft.cause() instanceof Inbound.Pressed pressed) {
      draft.whisper(pressed, wording.to(draft, volunteer.id()).words("job.whisper-won", Map.of()));
    }
    Wording residents = wording.to(draft, claimed.resident());
    Map<String, String> forResident = residents.open(draft, claimed);
    forResident.put("volunteer", residents.name(draft, volunteer.id()));
    draft.tell(
        claimed.resident(),
        residents.say("request-help.claimed", forResident),
        HOLD,
        volunteer.id());
    if (crews.complete(draft, claimed)) others.hear(draft, claimed);
    turns.movedUp(draft, open.standby(), claimed);
    board.update(draft, claimed);
    draft.silence(new Alarm.NextWave(claimed.id(), 0).key());
    draft.silence(Alarm.Turn.keyOf(claimed.id()));
    Reminders.silence(draft, claimed);
    holders.watch(draft, claimed);
  }

  void decline(Draft draft, Person volunteer, HelpRequest request) {
    PersonId me = volunteer.id();
    Parts.declined(draft, request, me);
    switch (request) {
      case HelpRequest.Claimed c when c.holder().equals(me) -> drop(draft, volunteer, c);
      case HelpRequest.Claimed c when me.equals(c.offeredTo()) ->
          handOvers.refused(draft, volunteer, c);
      case Kept kept when kept.volunteer().equals(me) -> {
        thanks(draft, volunteer);
        Stock.refused(draft, kept);
        turns.next(draft, kept, kept.declined());
      }
      case HelpRequest r when r.standby().holds(me) -> {
        draft.tell(me, wording.to(draft, me).say("job.standby-left"), DROP);
        turns.left(draft, me, r);
      }
      case HelpRequest.Seeking seeking -> {
        HelpRequest.Seeking declined = seeking.declinedBy(me);
        draft.put(declined);
        draft.fact(new Fact.OfferDeclined(declined.id(), me));
        thanks(draft, volunteer);
        boolean allSaidNo = declined.search().declined().containsAll(declined.search().asked());
        if (allSaidNo && !declined.search().handedOver()) turns.begin(draft, declined);
      }
      case HelpRequest r -> thanks(draft, volunteer);
    }
  }

  /** It is not theirs to give any more: the turn of the next, or of everybody. */
  void passedOver(Draft draft, Kept kept) {
    turns.next(draft, kept, kept.passedOver());
  }

  private void thanks(Draft draft, Person volunteer) {
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.declined"), DROP);
  }

  // ---- having it

  void done(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    Delivered delivered = claimed.reportedDone(draft.now());
    draft.put(delivered);
    handOvers.calledOff(draft, claimed);
    draft.fact(new Fact.ReportedDone(delivered.id(), volunteer.id()));
    draft.change("helped", new Change.VolunteerHelped(volunteer.id()));
    draft.silence(silenceKey(claimed));
    Wording theirs = wording.to(draft, volunteer.id());
    draft.tell(
        volunteer.id(),
        theirs.say(
            // in Slack what they paid has a form
            volunteer.address().channel() == Channel.SLACK ? "home.done-thanks" : "job.done-thanks",
            JobRef.to(delivered).about(),
            Map.of("name", theirs.name(draft, delivered.resident()))),
        HOLD,
        delivered.resident());
    board.update(draft, delivered);
    boolean everyDay =
        draft.arrangementOf(delivered).filter(a -> a.rhythm().frequent()).isPresent();
    draft.wake(
        new Alarm.DidItArrive(delivered.id(), delivered.search().round(), everyDay),
        draft.now().plus(draft.cell().rules().arrivedAfter()));
    missed.tookPlace(draft, delivered);
    regular.askWhoDidIt(draft, volunteer.id(), delivered);
  }

  void onIt(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    holders.heardOf(draft, claimed);
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.on-it"), DROP);
  }

  void drop(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.dropped"), HOLD);
    reopen(draft, claimed, false);
  }

  // ---- it becomes free again

  void reopen(Draft draft, HelpRequest.Claimed claimed, boolean lapsed) {
    reopen(draft, claimed, lapsed, "request-help.handed-back");
  }

  /**
   * @param told what the resident reads
   */
  void reopen(Draft draft, HelpRequest.Claimed claimed, boolean lapsed, String told) {
    Open open = crews.freed(draft, claimed.handedBack(), claimed.holder());
    draft.put(open);
    handOvers.calledOff(draft, claimed);
    draft.fact(new Fact.HandedBack(open.id(), claimed.holder(), lapsed));
    draft.silence(silenceKey(claimed));
    Wording theirs = wording.to(draft, open.resident());
    draft.tell(open.resident(), theirs.say(told, theirs.open(draft, open)), HOLD);
    board.update(draft, open);
    turns.movedUp(draft, claimed.standby(), open);
    turns.begin(draft, open);
  }

  static String silenceKey(HelpRequest request) {
    return new Alarm.Silence(request.id(), 0).key();
  }
}
