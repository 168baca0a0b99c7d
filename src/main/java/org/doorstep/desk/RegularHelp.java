package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** REGULAR: the standing arrangements of somebody, and what they may change about them. */
final class RegularHelp {

  /** Nobody reads more. */
  private static final int SHOWN = 10;

  private final Wording wording;
  private final Regular regular;
  private final Jobs jobs;
  private final Residents residents;

  RegularHelp(Wording wording, Regular regular, Jobs jobs, Residents residents) {
    this.wording = wording;
    this.regular = regular;
    this.jobs = jobs;
    this.residents = residents;
  }

  void show(Draft draft, Person me) {
    List<Arrangement> theirs =
        draft.arrangements().stream()
            .filter(a -> a.parties().contains(me.id()))
            .limit(SHOWN)
            .toList();
    Optional<Lead> lead = Lead.of(draft.cell(), draft.cause(), me);
    if (theirs.isEmpty() && lead.isEmpty()) {
      draft.tell(me.id(), wording.to(draft, me.id()).say(Regular.FLOW + ".none"), HOLD);
    }
    for (Arrangement each : theirs) {
      String message = each.does(me.id()) ? "done-by-you" : "yours-to-have";
      regular.tell(draft, me.id(), message, each);
    }
    lead.ifPresent(l -> new RegularOverview(wording).show(draft, l));
  }

  /** Whether it was theirs to change, and still as they were shown it. */
  boolean changed(Draft draft, Person me, Arrangement arrangement, Tap tap) {
    LocalDate day = day(tap);
    if (day == null) return false;
    boolean resident = arrangement.resident().equals(me.id());
    boolean volunteer = arrangement.does(me.id());
    return switch (tap.choice()) {
      case "skip" -> resident && skip(draft, arrangement, day);
      case "end" -> resident && end(draft, arrangement);
      case "not-then" -> volunteer && notThen(draft, me, arrangement, day);
      case "step-back" -> volunteer && stepBack(draft, me, arrangement);
      default -> false;
    };
  }

  private static @Nullable LocalDate day(Tap tap) {
    String[] about = tap.about().split("\\.", 2);
    try {
      return about.length < 2 ? null : LocalDate.parse(about[1], DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  // ---- the resident

  private boolean skip(Draft draft, Arrangement arrangement, LocalDate day) {
    Optional<HelpRequest> open = open(draft, arrangement, day);
    if (open.isEmpty() && !arrangement.next().equals(day)) return false;
    Arrangement now = open.isPresent() ? arrangement : arrangement.advanced();
    if (open.isPresent()) {
      residents.cancel(draft, open.get());
    } else {
      draft.put(now);
      Occasions.wake(draft, now);
    }
    draft.fact(new Fact.OccasionSkipped(now.id(), now.resident()));
    regular.tell(draft, now.resident(), "skipped", now, now.next());
    if (open.isEmpty()) {
      now.volunteers().forEach(who -> regular.tell(draft, who, "skipped-told", now, day));
    }
    return true;
  }

  /** Nothing is asked for any more, nor is what was asked for already. */
  private boolean end(Draft draft, Arrangement arrangement) {
    stop(draft, arrangement);
    draft.requests().stream()
        .filter(r -> arrangement.has(r) && !r.over())
        .forEach(r -> residents.cancel(draft, r));
    regular.tell(draft, arrangement.resident(), "ended", arrangement);
    return true;
  }

  private void stop(Draft draft, Arrangement arrangement) {
    draft.end(arrangement);
    draft.fact(new Fact.ArrangementEnded(arrangement.id()));
    arrangement.volunteers().forEach(who -> regular.tell(draft, who, "ended-told", arrangement));
  }

  // ---- the volunteer

  private boolean notThen(Draft draft, Person me, Arrangement arrangement, LocalDate day) {
    if (open(draft, arrangement, day).isPresent()) {
      return draft.requests().stream()
          .filter(r -> Regular.isOf(r, arrangement, day))
          .anyMatch(r -> dropped(draft, me, r));
    }
    if (!arrangement.next().equals(day)) return false;
    draft.put(arrangement.away(me.id(), day));
    regular.tell(draft, me.id(), "not-then", arrangement, day);
    return true;
  }

  private boolean dropped(Draft draft, Person me, HelpRequest open) {
    if (!(open instanceof HelpRequest.Claimed c) || !c.holder().equals(me.id())) return false;
    jobs.drop(draft, me, c);
    return true;
  }

  private boolean stepBack(Draft draft, Person me, Arrangement arrangement) {
    draft.requests().stream().filter(arrangement::has).forEach(r -> dropped(draft, me, r));
    left(draft, me.id(), arrangement);
    draft.tell(me.id(), wording.to(draft, me.id()).say(Regular.FLOW + ".stepped-back"), HOLD);
    return true;
  }

  private void left(Draft draft, PersonId volunteer, Arrangement arrangement) {
    Arrangement now = arrangement.without(volunteer);
    draft.put(now);
    draft.fact(new Fact.RegularGone(now.id(), volunteer));
    regular.tell(draft, now.resident(), "left", now, now.next(), List.of(volunteer));
  }

  private static Optional<HelpRequest> open(Draft draft, Arrangement arrangement, LocalDate day) {
    return draft.requests().stream().filter(r -> Regular.isOf(r, arrangement, day)).findFirst();
  }

  /** They leave: what they have arranged ends. */
  void ended(Draft draft, Person me) {
    draft.arrangements().stream()
        .filter(a -> a.resident().equals(me.id()))
        .forEach(a -> stop(draft, a));
  }

  /** One of them they no longer want, or do no longer. */
  void endedFor(Draft draft, Person me, Arrangement arrangement) {
    if (arrangement.resident().equals(me.id())) {
      stop(draft, arrangement);
      draft.requests().stream()
          .filter(r -> arrangement.has(r) && !r.over())
          .forEach(r -> residents.cancel(draft, r));
    } else {
      draft.requests().stream().filter(arrangement::has).forEach(r -> dropped(draft, me, r));
      left(draft, me.id(), arrangement);
    }
  }

  /** They volunteer no more: what they do each time others do. */
  void handedBack(Draft draft, Person me) {
    draft.arrangements().stream()
        .filter(a -> a.does(me.id()))
        .forEach(a -> left(draft, me.id(), a));
  }
}
