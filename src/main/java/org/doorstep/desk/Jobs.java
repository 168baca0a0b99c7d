package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Reason;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What a volunteer does with a job: takes it, says no, does it, gives it back, worries. */
final class Jobs {

  /** Beyond this somebody's words are a message of their own: one with buttons takes 1,024. */
  private static final int LONG = 400;

  private final Wording wording;
  private final Board board;
  private final Waves waves;
  private final Cases cases;
  private final Others others;

  Jobs(Wording wording, Board board, Waves waves, Cases cases, Others others) {
    this.wording = wording;
    this.board = board;
    this.waves = waves;
    this.cases = cases;
    this.others = others;
  }

  // ---- taking it

  /** An offer of an earlier round is as good: the job is the same. */
  void take(Draft draft, Person volunteer, HelpRequest request) {
    ClaimAttempt attempt =
        new ClaimAttempt(
            request.id(),
            request.search().round(),
            volunteer.id(),
            draft.cell().rules().holdAtMost());
    draft.claim(attempt).ifPresent(outcome -> concluded(draft, volunteer, request, outcome));
  }

  private void concluded(Draft draft, Person volunteer, HelpRequest request, ClaimOutcome outcome) {
    switch (outcome) {
      case ClaimOutcome.Won w -> {
        if (request instanceof HelpRequest.Seeking seeking) won(draft, volunteer, seeking);
        else alreadyYours(draft, volunteer, request);
      }
      case ClaimOutcome.TakenBy taken -> refused(draft, volunteer, request, "late");
      case ClaimOutcome.NotOpen n -> refused(draft, volunteer, request, "not-open");
      case ClaimOutcome.AtCapacity full -> {
        draft.fact(new Fact.ClaimRefused(request.id(), volunteer.id()));
        answer(draft, volunteer, "at-capacity", Map.of("limit", Integer.toString(full.limit())));
      }
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

  private void refused(Draft draft, Person volunteer, HelpRequest request, String message) {
    draft.fact(new Fact.ClaimRefused(request.id(), volunteer.id()));
    answer(draft, volunteer, message, wording.to(draft, volunteer.id()).open(draft, request));
  }

  private void alreadyYours(Draft draft, Person volunteer, HelpRequest request) {
    boolean held = request instanceof HelpRequest.Claimed c && c.holder().equals(volunteer.id());
    if (held) tellTheHolder(draft, volunteer.id(), request);
    else refused(draft, volunteer, request, "not-open");
  }

  private void won(Draft draft, Person volunteer, HelpRequest.Seeking seeking) {
    HelpRequest.Claimed claimed = seeking.claimedBy(volunteer.id(), draft.now());
    draft.put(claimed);
    draft.fact(new Fact.RequestClaimed(claimed.id(), claimed.search().round(), volunteer.id()));
    tellTheHolder(draft, volunteer.id(), claimed);
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
    others.hear(draft, claimed);
    board.update(draft, claimed);
    draft.silence(new Alarm.NextWave(claimed.id(), 0).key());
    watch(draft, claimed);
  }

  private void tellTheHolder(Draft draft, PersonId holder, HelpRequest request) {
    Wording holders = wording.to(draft, holder);
    Map<String, String> values = holders.held(draft, request);
    String words = values.get("words");
    if (words != null && words.length() > LONG) {
      values.remove("words");
      Map<String, String> theirs =
          Map.of("name", holders.name(draft, request.resident()), "words", words);
      draft.tell(holder, holders.say("job.their-words", theirs), HOLD, request.resident());
    }
    draft.tell(
        holder,
        holders.say("job.claimed", JobRef.to(request).about(), values),
        HOLD,
        request.resident());
  }

  // ---- saying no

  void decline(Draft draft, Person volunteer, HelpRequest request) {
    switch (request) {
      case HelpRequest.Claimed c when c.holder().equals(volunteer.id()) ->
          drop(draft, volunteer, c);
      case HelpRequest.Seeking seeking -> {
        HelpRequest.Seeking declined = seeking.declinedBy(volunteer.id());
        draft.put(declined);
        draft.fact(new Fact.OfferDeclined(declined.id(), volunteer.id()));
        thanks(draft, volunteer);
        boolean allSaidNo = declined.search().declined().containsAll(declined.search().asked());
        if (allSaidNo && !declined.search().handedOver()) waves.begin(draft, declined);
      }
      case HelpRequest.Claimed c -> thanks(draft, volunteer);
      case HelpRequest.Delivered d -> thanks(draft, volunteer);
      case HelpRequest.Closed c -> thanks(draft, volunteer);
    }
  }

  private void thanks(Draft draft, Person volunteer) {
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.declined"), DROP);
  }

  // ---- having it

  void done(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    HelpRequest.Delivered delivered = claimed.reportedDone(draft.now());
    draft.put(delivered);
    draft.fact(new Fact.ReportedDone(delivered.id(), volunteer.id()));
    draft.change("helped", new Change.VolunteerHelped(volunteer.id()));
    draft.silence(silenceKey(claimed));
    Wording theirs = wording.to(draft, volunteer.id());
    draft.tell(
        volunteer.id(),
        theirs.say("job.done-thanks", Map.of("name", theirs.name(draft, delivered.resident()))),
        HOLD,
        delivered.resident());
    board.update(draft, delivered);
    draft.wake(
        new Alarm.DidItArrive(delivered.id(), delivered.search().round(), false),
        draft.now().plus(draft.cell().rules().arrivedAfter()));
  }

  void nobodyIn(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    heardOf(draft, claimed);
    Wording holders = wording.to(draft, volunteer.id());
    draft.tell(volunteer.id(), holders.say("job.nobody-in-advice"), HOLD);
    draft.tell(
        volunteer.id(),
        holders.say("job.nobody-in-noted", holders.held(draft, claimed)),
        HOLD,
        claimed.resident());
    Wording residents = wording.to(draft, claimed.resident());
    Map<String, String> values = residents.open(draft, claimed);
    values.put("volunteer", residents.name(draft, volunteer.id()));
    draft.tell(
        claimed.resident(), residents.say("job.nobody-in-resident", values), HOLD, volunteer.id());
  }

  void onIt(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    heardOf(draft, claimed);
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.on-it"), DROP);
  }

  void drop(Draft draft, Person volunteer, HelpRequest.Claimed claimed) {
    draft.tell(volunteer.id(), wording.to(draft, volunteer.id()).say("job.dropped"), HOLD);
    reopen(draft, claimed, false);
  }

  void worried(Draft draft, Person volunteer, Optional<HelpRequest> about, @Nullable String words) {
    cases.open(draft, Reason.WORRIED, volunteer.id(), about.orElse(null), words);
    draft.person(volunteer.id()).map(p -> p.quiet(true)).ifPresent(draft::put);
    draft.tell(
        volunteer.id(),
        wording
            .to(draft, volunteer.id())
            .say("case.worried-advice", Map.of("coordinator", wording.coordinator(draft))),
        HOLD);
  }

  /** The clock of silence starts again. */
  void heardOf(Draft draft, HelpRequest.Claimed claimed) {
    HelpRequest.Claimed heard = claimed.heardOf(draft.now());
    draft.put(heard);
    watch(draft, heard);
  }

  // ---- silence

  void silent(Draft draft, Alarm.Silence alarm) {
    draft
        .request(alarm.request().value())
        .filter(r -> r.search().round() == alarm.round())
        .ifPresent(
            request -> {
              if (request instanceof HelpRequest.Claimed c) {
                if (c.nudged()) lapse(draft, c);
                else nudge(draft, c);
              }
            });
  }

  private void nudge(Draft draft, HelpRequest.Claimed claimed) {
    HelpRequest.Claimed nudged = claimed.askedHowItGoes();
    draft.put(nudged);
    draft.fact(new Fact.HolderNudged(nudged.id()));
    Wording theirs = wording.to(draft, nudged.holder());
    draft.tell(
        nudged.holder(),
        theirs.say("job.nudge", JobRef.to(nudged).about(), theirs.held(draft, nudged)),
        HOLD,
        nudged.resident());
    draft.wake(
        new Alarm.Silence(nudged.id(), nudged.search().round()),
        draft.now().plus(draft.cell().rules().lapseAfter()));
  }

  private void lapse(Draft draft, HelpRequest.Claimed claimed) {
    Wording theirs = wording.to(draft, claimed.holder());
    draft.tell(claimed.holder(), theirs.say("job.lapsed", theirs.open(draft, claimed)), HOLD);
    reopen(draft, claimed, true);
  }

  void reopen(Draft draft, HelpRequest.Claimed claimed, boolean lapsed) {
    HelpRequest.Seeking open = claimed.handedBack();
    draft.put(open);
    draft.fact(new Fact.HandedBack(open.id(), claimed.holder(), lapsed));
    draft.silence(silenceKey(claimed));
    Wording theirs = wording.to(draft, open.resident());
    draft.tell(
        open.resident(), theirs.say("request-help.handed-back", theirs.open(draft, open)), HOLD);
    board.update(draft, open);
    waves.begin(draft, open);
  }

  private void watch(Draft draft, HelpRequest.Claimed claimed) {
    var quiet = draft.cell().rules().quietHours();
    draft.wake(
        new Alarm.Silence(claimed.id(), claimed.search().round()),
        quiet.endAfter(draft.now().plus(draft.cell().rules().nudgeAfter()), draft.cell().zone()));
  }

  private static String silenceKey(HelpRequest request) {
    return new Alarm.Silence(request.id(), 0).key();
  }
}
