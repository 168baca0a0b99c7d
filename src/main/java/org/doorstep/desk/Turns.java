package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.Standby;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;

/** Those who stand by for a job: they join at the end, move up, and are told where they stand. */
final class Turns {

  private final Wording wording;
  private final Board board;
  private final Waves waves;

  Turns(Wording wording, Board board, Waves waves) {
    this.wording = wording;
    this.board = board;
    this.waves = waves;
  }

  /** It is free: the turn of one volunteer, or of everybody. Nobody is woken for it. */
  void begin(Draft draft, Open open) {
    switch (open instanceof HelpRequest.Seeking seeking ? part(draft, seeking) : open) {
      case HelpRequest.Seeking seeking -> {
        if (seeking.search().handedOver()) return;
        if (!Parts.waits(draft, seeking)) waves.begin(draft, seeking);
        else if (seeking.search().wave() > 0) draft.put(seeking.waiting());
      }
      case InTriage waiting -> {} // whoever decides begins it
      case Kept kept when Parts.withOfficer(draft, kept) -> {
        HelpRequest.Seeking aside = kept.putAside();
        release(draft, kept);
        draft.put(aside);
        board.update(draft, aside);
      }
      case Kept kept ->
          draft.wake(
              Alarm.Turn.of(kept, false),
              draft.cell().rules().quietHours().endAfter(draft.now(), draft.cell().zone()));
    }
  }

  /**
   * Of a job for several people: whoever stands by for another part comes first. Where one felt
   * unsafe, nobody is looked for.
   */
  private Open part(Draft draft, HelpRequest.Seeking free) {
    if (Parts.withOfficer(draft, free)) {
      HelpRequest.Seeking aside = free.passedOn();
      draft.put(aside);
      return aside;
    }
    HelpRequest other = Parts.stoodByFor(draft, free).orElse(null);
    if (other == null) return free;
    Standby.Place first = other.standby().places().getFirst();
    Kept kept = Kept.forStandby(free, first);
    draft.put(kept);
    left(draft, first.volunteer(), other);
    board.update(draft, kept);
    return kept;
  }

  /** They said no to their turn, or nothing: it goes on to the next. */
  void next(Draft draft, Kept kept, Open next) {
    draft.put(next);
    draft.fact(new Fact.StoodDown(kept.id(), kept.volunteer()));
    if (kept.because() == Kept.Because.ASSIGNED) {
      board.thread(
          draft,
          next,
          "job.thread-not-taken",
          board.named(draft, kept.volunteer()),
          kept.volunteer());
    }
    draft.silence(Alarm.Turn.keyOf(kept.id()));
    movedUp(draft, kept.standby(), next);
    board.update(draft, next);
    begin(draft, next);
    draft
        .request(next.id().value())
        .filter(now -> now.search().handedOver() && now instanceof HelpRequest.Seeking)
        .filter(now -> !Parts.withOfficer(draft, now))
        .ifPresent(now -> Reminders.set(draft, now));
  }

  /** Somebody said yes to what another has. A second yes tells them again where they stand. */
  void join(Draft draft, PersonId volunteer, HelpRequest request) {
    HelpRequest joined =
        switch (request) {
          case HelpRequest.Claimed c -> c.stoodBy(volunteer, draft.now());
          case Kept k -> k.stoodBy(volunteer, draft.now());
          case HelpRequest.Seeking s -> s;
          case InTriage t -> t;
          case Delivered d -> d;
          case WithOfficer w -> w;
          case HelpRequest.Closed c -> c;
        };
    int place = joined.standby().placeOf(volunteer);
    if (place == 0) {
      late(draft, volunteer, request);
      return;
    }
    if (!request.standby().holds(volunteer)) {
      draft.put(joined);
      draft.fact(new Fact.StoodBy(joined.id(), volunteer, place));
      board.update(draft, joined);
    }
    tellPlace(draft, joined, volunteer, "job.standby");
    if (draft.cause() instanceof Inbound.Pressed pressed) {
      Map<String, String> values = Map.of("place-in-line", Integer.toString(place));
      draft.whisper(pressed, wording.to(draft, volunteer).words("job.whisper-standby", values));
    }
  }

  /** The line is full. */
  private void late(Draft draft, PersonId volunteer, HelpRequest request) {
    draft.fact(new Fact.ClaimRefused(request.id(), volunteer));
    Wording theirs = wording.to(draft, volunteer);
    Map<String, String> values = theirs.open(draft, request);
    if (draft.cause() instanceof Inbound.Pressed pressed) {
      draft.whisper(pressed, theirs.words("job.whisper-late", values));
    } else {
      draft.tell(volunteer, theirs.say("job.late", values), HOLD);
    }
  }

  /** They are in the line no more, and those behind them move up. */
  void left(Draft draft, PersonId volunteer, HelpRequest request) {
    HelpRequest left =
        switch (request) {
          case HelpRequest.Claimed c -> c.leftBy(volunteer);
          case Kept k -> k.leftBy(volunteer);
          case Delivered d -> d.leftBy(volunteer);
          case HelpRequest.Seeking s -> s;
          case InTriage t -> t;
          case WithOfficer w -> w;
          case HelpRequest.Closed c -> c;
        };
    draft.put(left);
    draft.fact(new Fact.StoodDown(left.id(), volunteer));
    board.update(draft, left);
    movedUp(draft, request.standby(), left);
  }

  /** Whoever stands at another place than before is told so. */
  void movedUp(Draft draft, Standby before, HelpRequest now) {
    for (PersonId each : now.standby().volunteers()) {
      boolean moved = before.placeOf(each) != now.standby().placeOf(each);
      if (moved) tellPlace(draft, now, each, "job.standby-moved");
    }
  }

  private void tellPlace(Draft draft, HelpRequest request, PersonId volunteer, String id) {
    Wording theirs = wording.to(draft, volunteer);
    Map<String, String> values = theirs.open(draft, request);
    values.put("place-in-line", Integer.toString(request.standby().placeOf(volunteer)));
    draft.tell(volunteer, theirs.say(id, JobRef.to(request).about(), values), DROP);
  }

  /** It is over: those who waited are thanked. */
  void release(Draft draft, HelpRequest over) {
    for (PersonId each : over.standby().volunteers()) thank(draft, over, each);
    if (over instanceof Kept kept) thank(draft, over, kept.volunteer());
    draft.silence(Alarm.Turn.keyOf(over.id()));
  }

  void thank(Draft draft, HelpRequest over, PersonId volunteer) {
    Wording theirs = wording.to(draft, volunteer);
    draft.tell(volunteer, theirs.say("job.standby-released", theirs.open(draft, over)), DROP);
  }
}
