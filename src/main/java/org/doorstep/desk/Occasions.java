package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.jspecify.annotations.Nullable;

/**
 * Each time of a standing arrangement: a request that whoever does it each time has from the start,
 * and that others are asked for where they cannot.
 */
final class Occasions {

  private final Wording wording;
  private final Regular regular;
  private final Board board;
  private final Turns turns;
  private final Holders holders;
  private final Residents residents;

  Occasions(
      Wording wording,
      Regular regular,
      Board board,
      Turns turns,
      Holders holders,
      Residents residents) {
    this.wording = wording;
    this.regular = regular;
    this.board = board;
    this.turns = turns;
    this.holders = holders;
    this.residents = residents;
  }

  static void wake(Draft draft, Arrangement arrangement) {
    draft.wake(
        new Alarm.Occasion(arrangement.id(), arrangement.next(), arrangement.resident()),
        draft.timetable().opens(arrangement));
  }

  void rang(Draft draft, Alarm.Occasion alarm) {
    draft
        .arrangement(alarm.arrangement().value())
        .filter(a -> a.next().equals(alarm.day()))
        .ifPresent(a -> begin(draft, a));
  }

  /** Times that went by while nothing could ring are not made up for one by one. */
  private void begin(Draft draft, Arrangement arrangement) {
    Arrangement after = settleEarlier(draft, arrangement).advanced();
    while (draft.timetable().over(after.nextTime(), draft.now())) after = after.advanced();
    draft.put(after);
    wake(draft, after);
    HelpRequest.Seeking opened =
        HelpRequest.open(
            arrangement.occasion(
                Derived.request(draft.cause().id(), arrangement.wanted().need()), draft.now()));
    Particulars p = opened.particulars();
    draft.fact(new Fact.RequestOpened(opened.id(), p.need(), p.group()));
    comes(draft, arrangement)
        .ifPresentOrElse(
            who -> theirs(draft, arrangement, opened, who),
            () -> anybodys(draft, arrangement, opened));
  }

  private static Optional<Person> comes(Draft draft, Arrangement arrangement) {
    if (arrangement.regular() == null || arrangement.next().equals(arrangement.away())) {
      return Optional.empty();
    }
    Instant then = arrangement.next().atStartOfDay(draft.cell().zone()).plusHours(12).toInstant();
    return draft
        .person(arrangement.regular())
        .filter(who -> !who.optedOut())
        .filter(who -> available(who.volunteering(), then))
        .filter(who -> !Apart.kept(draft, arrangement.resident(), who));
  }

  private static boolean available(@Nullable Volunteering offer, Instant then) {
    return offer != null && offer.availableAt(then);
  }

  /** They need not say yes once more; they are reminded, and may say no. */
  private void theirs(
      Draft draft, Arrangement arrangement, HelpRequest.Seeking opened, Person volunteer) {
    // they have been asked, if only by a reminder, and the channel sees it
    HelpRequest.Claimed claimed =
        opened.waveSent(List.of(volunteer.id())).claimedBy(volunteer.id(), draft.now());
    draft.put(claimed);
    draft.fact(new Fact.RequestClaimed(claimed.id(), claimed.search().round(), volunteer.id()));
    Wording reader = wording.to(draft, volunteer.id());
    draft.tell(
        volunteer.id(),
        reader.say("job.regular", JobRef.to(claimed).about(), reader.held(draft, claimed)),
        TEMPLATE,
        claimed.resident());
    if (!arrangement.rhythm().frequent()) {
      regular.tell(draft, claimed.resident(), "comes", arrangement, arrangement.next());
    }
    board.post(draft, claimed);
    holders.watch(draft, claimed);
  }

  private void anybodys(Draft draft, Arrangement arrangement, HelpRequest.Seeking opened) {
    draft.put(opened);
    turns.begin(draft, opened);
    String message = arrangement.regular() == null ? "looking" : "stand-in";
    boolean news = arrangement.regular() != null || !arrangement.rhythm().frequent();
    if (news) regular.tell(draft, opened.resident(), message, arrangement, arrangement.next());
  }

  /** What is left of an earlier time is over when the next one begins. */
  private Arrangement settleEarlier(Draft draft, Arrangement arrangement) {
    Arrangement after = arrangement;
    for (HelpRequest earlier : draft.requests()) {
      if (!arrangement.has(earlier)) continue;
      LocalDate day = earlier.particulars().when().date();
      switch (earlier) {
        case Open o -> {
          residents.close(draft, o.close(Outcome.NOT_HEARD_OF, draft.now()));
          after = after.missedOn(day);
        }
        case WithOfficer w -> {
          residents.close(draft, w.close(Outcome.NOT_HEARD_OF, draft.now()));
          after = after.missedOn(day);
        }
        case HelpRequest.Claimed c -> {
          if (!arrangement.does(c.holder())) gone(draft, c);
          residents.close(draft, c.close(Outcome.NOT_HEARD_OF, draft.now()));
          after = after.missedOn(day);
        }
        case Delivered d -> residents.assumeDone(draft, d);
        case HelpRequest.Closed c -> {}
      }
    }
    return after;
  }

  private void gone(Draft draft, HelpRequest.Claimed claimed) {
    Wording theirs = wording.to(draft, claimed.holder());
    Map<String, String> values = theirs.open(draft, claimed);
    draft.tell(claimed.holder(), theirs.say("job.gone", values), HOLD);
  }
}
