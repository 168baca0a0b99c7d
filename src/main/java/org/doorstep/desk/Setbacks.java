package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;

/** What comes between a volunteer and a job that they have, and what worries them. */
final class Setbacks {

  private final Wording wording;
  private final Board board;
  private final Cases cases;
  private final Turns turns;
  private final HandOvers handOvers;
  private final Holders holders;
  private final Missed missed;
  private final Crews crews;

  Setbacks(
      Wording wording,
      Board board,
      Cases cases,
      Turns turns,
      HandOvers handOvers,
      Holders holders,
      Missed missed,
      Crews crews) {
    this.wording = wording;
    this.board = board;
    this.cases = cases;
    this.turns = turns;
    this.handOvers = handOvers;
    this.holders = holders;
    this.missed = missed;
    this.crews = crews;
  }

  /**
   * They went, and something came between: the two ends talk about it, and the job stays.
   *
   * @param words what officers read of it, if they felt unsafe
   */
  void couldNot(
      Draft draft,
      Person volunteer,
      HelpRequest.Claimed claimed,
      Fact.CouldNot.Outcome outcome,
      @Nullable String words) {
    draft.fact(new Fact.CouldNot(claimed.id(), volunteer.id(), outcome));
    String what = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (outcome == Fact.CouldNot.Outcome.UNSAFE) {
      unsafe(draft, volunteer, claimed, words);
      return;
    }
    holders.heardOf(draft, claimed);
    Wording theirs = wording.to(draft, volunteer.id());
    if (outcome == Fact.CouldNot.Outcome.NOBODY_IN) {
      draft.tell(volunteer.id(), theirs.say("job.nobody-in-advice"), HOLD);
      missed.noAnswer(draft, claimed);
    }
    draft.tell(
        volunteer.id(),
        theirs.say("job." + what + "-noted", theirs.held(draft, claimed)),
        HOLD,
        claimed.resident());
    Wording residents = wording.to(draft, claimed.resident());
    Map<String, String> values = residents.open(draft, claimed);
    values.put("volunteer", residents.name(draft, volunteer.id()));
    draft.tell(
        claimed.resident(),
        residents.say("job." + what + "-resident", values),
        HOLD,
        volunteer.id());
  }

  /** No neighbour is sent there again: officers hear of both, and the resident of theirs. */
  private void unsafe(
      Draft draft, Person volunteer, HelpRequest.Claimed claimed, @Nullable String words) {
    worried(draft, volunteer, Optional.of(claimed), words);
    WithOfficer withOfficer = claimed.feltUnsafe(draft.now());
    draft.put(withOfficer);
    draft.silence(new Alarm.Silence(claimed.id(), 0).key());
    handOvers.calledOff(draft, claimed);
    turns.release(draft, claimed);
    crews.unsafe(draft, withOfficer);
    cases.open(draft, Reason.NOT_FOR_NEIGHBOURS, withOfficer.resident(), withOfficer, null);
    Wording residents = wording.to(draft, withOfficer.resident());
    draft.tell(
        withOfficer.resident(),
        residents.say("request-help.with-officer", residents.open(draft, withOfficer)),
        HOLD);
    board.update(draft, withOfficer);
    Reminders.set(draft, withOfficer);
  }

  void worried(Draft draft, Person volunteer, Optional<HelpRequest> about, @Nullable String words) {
    Case opened = cases.open(draft, Reason.WORRIED, volunteer.id(), about.orElse(null), words);
    String coordinator = Answering.of(draft, opened).toldAs(1).name();
    draft.person(volunteer.id()).map(p -> p.quiet(true)).ifPresent(draft::put);
    draft.tell(
        volunteer.id(),
        wording
            .to(draft, volunteer.id())
            .say("case.worried-advice", Map.of("coordinator", coordinator)),
        HOLD);
  }
}
