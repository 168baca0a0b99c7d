package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
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
  private final Crews crews;

  Occasions(
      Wording wording,
      Regular regular,
      Board board,
      Turns turns,
      Holders holders,
      Residents residents,
      Crews crews) {
    this.wording = wording;
    this.regular = regular;
    this.board = board;
    this.turns = turns;
    this.holders = holders;
    this.residents = residents;
    this.crews = crews;
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
    Particulars wanted =
        arrangement.occasion(
            Derived.request(draft.cause().id(), arrangement.wanted().need()), draft.now());
    List<HelpRequest.Seeking> parts =
        Derived.parts(draft.cause().id(), wanted, arrangement.people()).stream()
            .map(HelpRequest::open)
            .toList();
    for (HelpRequest.Seeking part : parts) {
      draft.put(part);
      Particulars p = part.particulars();
      draft.fact(new Fact.RequestOpened(part.id(), p.need(), p.group()));
    }
    divide(draft, arrangement, parts, comes(draft, arrangement));
  }

  /** Whoever comes has a part from the start; the rest is looked for. */
  private void divide(
      Draft draft, Arrangement arrangement, List<HelpRequest.Seeking> parts, List<Person> who) {
    List<PersonId> ids = who.stream().map(Person::id).toList();
    List<HelpRequest.Claimed> had = new ArrayList<>();
    for (int i = 0; i < who.size(); i++) had.add(has(draft, parts.get(i), who.get(i)));
    List<HelpRequest.Seeking> free =
        parts.subList(who.size(), parts.size()).stream()
            .map(part -> ids.isEmpty() ? part : part.without(ids))
            .toList();
    free.forEach(draft::put);
    had.forEach(part -> theirs(draft, part));
    if (!had.isEmpty() && !free.isEmpty()) crews.comeFirst(draft, had, free.size());
    if (!free.isEmpty()) turns.begin(draft, free.getFirst());
    tell(draft, arrangement, ids, free.size());
  }

  private static List<Person> comes(Draft draft, Arrangement arrangement) {
    Instant then = arrangement.next().atStartOfDay(draft.cell().zone()).plusHours(12).toInstant();
    List<Person> come = new ArrayList<>();
    arrangement.coming().stream()
        .flatMap(id -> draft.person(id).stream())
        .filter(who -> !who.optedOut())
        .filter(who -> available(who.volunteering(), then))
        .filter(who -> !Apart.kept(draft, arrangement.resident(), who))
        .forEach(who -> comesToo(draft, come, who, arrangement.people()));
    return come;
  }

  /** Of two who are not to meet, only the one who has done it the longer. */
  private static void comesToo(Draft draft, List<Person> come, Person who, int people) {
    boolean meets = Apart.fromAny(draft, come.stream().map(Person::id).toList(), who);
    if (!meets && come.size() < people) come.add(who);
  }

  private static boolean available(@Nullable Volunteering offer, Instant then) {
    return offer != null && offer.availableAt(then);
  }

  /** They need not say yes once more. */
  private static HelpRequest.Claimed has(
      Draft draft, HelpRequest.Seeking opened, Person volunteer) {
    // they have been asked, if only by a reminder, and the channel sees it
    HelpRequest.Claimed claimed =
        opened.waveSent(List.of(volunteer.id())).claimedBy(volunteer.id(), draft.now());
    draft.put(claimed);
    draft.fact(new Fact.RequestClaimed(claimed.id(), claimed.search().round(), volunteer.id()));
    return claimed;
  }

  /** They are reminded, and may say no; they read who comes with them. */
  private void theirs(Draft draft, HelpRequest.Claimed claimed) {
    Wording reader = wording.to(draft, claimed.holder());
    Map<String, String> values = new LinkedHashMap<>(reader.held(draft, claimed));
    List<PersonId> with = List.copyOf(Parts.holders(Parts.others(draft, claimed)));
    values.put("volunteers", Regular.names(draft, reader, with));
    Set<PersonId> named = new LinkedHashSet<>(with);
    named.add(claimed.resident());
    draft.tell(
        claimed.holder(),
        reader.say("job.regular", JobRef.to(claimed).about(), values),
        TEMPLATE,
        named.toArray(PersonId[]::new));
    board.post(draft, claimed);
    holders.watch(draft, claimed);
  }

  /** What comes every day is news only where it is otherwise than usual. */
  private void tell(Draft draft, Arrangement arrangement, List<PersonId> who, int missing) {
    List<PersonId> away =
        arrangement.volunteers().stream().filter(each -> !who.contains(each)).toList();
    if (away.isEmpty() && arrangement.rhythm().frequent()) return;
    String message =
        missing == 0
            ? "comes"
            : !who.isEmpty() ? "comes-some" : away.isEmpty() ? "looking" : "stand-in";
    regular.tell(
        draft,
        arrangement.resident(),
        message,
        arrangement,
        arrangement.next(),
        who.isEmpty() ? away : who);
  }

  /** What is left of an earlier time is over when the next one begins. */
  private Arrangement settleEarlier(Draft draft, Arrangement arrangement) {
    Arrangement after = arrangement;
    for (HelpRequest earlier : draft.requests()) {
      if (!arrangement.has(earlier)) continue;
      boolean known = earlier.over() || Missed.tookPlaceBy(draft, earlier);
      switch (earlier) {
        case Open o -> residents.close(draft, o.close(Outcome.NOT_HEARD_OF, draft.now()));
        case WithOfficer w -> residents.close(draft, w.close(Outcome.NOT_HEARD_OF, draft.now()));
        case HelpRequest.Claimed c -> {
          if (!arrangement.does(c.holder())) gone(draft, c);
          residents.close(draft, c.close(Outcome.NOT_HEARD_OF, draft.now()));
        }
        case Delivered d -> residents.assumeDone(draft, d);
        case HelpRequest.Closed c -> {}
      }
      if (!known) after = after.missedOn(earlier.particulars().when().date());
    }
    return after;
  }

  private void gone(Draft draft, HelpRequest.Claimed claimed) {
    Wording theirs = wording.to(draft, claimed.holder());
    Map<String, String> values = theirs.open(draft, claimed);
    draft.tell(claimed.holder(), theirs.say("job.gone", values), HOLD);
  }
}
