package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.people.PersonId;

/**
 * What becomes of one part of a job for several people, for the others: one part at a time is
 * looked for, and those who have one hear who comes with them.
 */
final class Crews {

  private final Wording wording;
  private final Turns turns;
  private final Waves waves;

  Crews(Wording wording, Turns turns, Waves waves) {
    this.wording = wording;
    this.turns = turns;
    this.waves = waves;
  }

  /**
   * Somebody has a part: they wait for no other, and the search goes on with the next.
   *
   * @return whether everybody is found
   */
  boolean complete(Draft draft, HelpRequest.Claimed claimed) {
    if (claimed.particulars().crew() == null) return true;
    settle(draft, claimed);
    List<HelpRequest> others = Parts.others(draft, claimed);
    tell(draft, claimed, Parts.holders(others), Parts.missing(others));
    Parts.next(draft, claimed).ifPresent(next -> waves.goOn(draft, next));
    return Parts.missing(others) == 0;
  }

  /** Nobody has two parts: they wait for none any more before one that is free goes to the next. */
  private void settle(Draft draft, HelpRequest.Claimed claimed) {
    PersonId holder = claimed.holder();
    Parts.others(draft, claimed).stream()
        .filter(other -> other.standby().holds(holder))
        .forEach(other -> turns.left(draft, holder, other));
    for (HelpRequest before : Parts.others(draft, claimed)) {
      switch (draft.request(before.id().value()).orElse(before)) {
        case Kept k when k.volunteer().equals(holder) -> turns.next(draft, k, k.declined());
        case HelpRequest.Seeking s -> draft.put(s.after(claimed).without(Set.of(holder)));
        case HelpRequest r -> {}
      }
    }
  }

  private void tell(Draft draft, HelpRequest.Claimed claimed, Set<PersonId> before, int missing) {
    List<PersonId> all = Stream.concat(before.stream(), Stream.of(claimed.holder())).toList();
    for (PersonId each : all) {
      List<PersonId> with = all.stream().filter(other -> !other.equals(each)).toList();
      String id = missing == 0 ? "complete" : with.isEmpty() ? "first" : "more";
      tell(draft, each, id, claimed, with, missing);
    }
    String id = missing == 0 ? "resident-complete" : "resident-more";
    tell(draft, claimed.resident(), id, claimed, all, missing);
  }

  /** Some have a part from the start, and somebody is looked for to come with them. */
  void comeFirst(Draft draft, List<HelpRequest.Claimed> had, int missing) {
    List<PersonId> all = had.stream().map(HelpRequest.Claimed::holder).toList();
    for (HelpRequest.Claimed each : had) {
      List<PersonId> with = all.stream().filter(who -> !who.equals(each.holder())).toList();
      tell(draft, each.holder(), with.isEmpty() ? "first" : "more", each, with, missing);
    }
  }

  /** They gave their part back; nobody who has another is asked to take it. */
  Open freed(Draft draft, Open free, PersonId gone) {
    Parts.declined(draft, free, gone);
    Set<PersonId> holders = Parts.holders(Parts.others(draft, free));
    holders.forEach(each -> tell(draft, each, "one-less", free, List.of(gone), 1));
    return free instanceof HelpRequest.Seeking s && !holders.isEmpty() ? s.without(holders) : free;
  }

  /** Somebody felt unsafe there: nobody else goes before an officer has looked. */
  void unsafe(Draft draft, HelpRequest part) {
    for (HelpRequest other : Parts.others(draft, part)) {
      turns.release(draft, other);
      switch (other) {
        case HelpRequest.Seeking s -> {
          draft.put(s.passedOn());
          draft.silence(new Alarm.NextWave(s.id(), 0).key());
        }
        case Kept k -> draft.put(k.putAside());
        case HelpRequest.Claimed c -> {
          draft.put(c.withoutStandby());
          tell(draft, c.holder(), "stay-away", c, List.of(), 1);
        }
        case HelpRequest r -> {}
      }
    }
  }

  private void tell(
      Draft draft, PersonId to, String id, HelpRequest part, List<PersonId> named, int missing) {
    Wording theirs = wording.to(draft, to);
    Map<String, String> values = theirs.open(draft, part);
    values.put(
        "volunteers",
        named.stream().map(each -> theirs.name(draft, each)).collect(Collectors.joining(", ")));
    values.put("missing", Integer.toString(missing));
    draft.tell(to, theirs.say("together." + id, values), HOLD, named.toArray(PersonId[]::new));
  }
}
