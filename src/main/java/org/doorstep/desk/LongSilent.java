package org.doorstep.desk;

import java.time.Instant;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/**
 * Whoever has nothing with us any more and has not written for long is forgotten, without a word.
 */
record LongSilent(Farewell farewell) {

  /** Looks again whether they are still with us. */
  static void watch(Draft draft, Person who) {
    draft.wake(new Alarm.LongSilent(who.id()), over(draft, who));
  }

  private static Instant over(Draft draft, Person who) {
    Instant last = who.lastInboundAt() == null ? who.firstSeen() : who.lastInboundAt();
    return last.plus(draft.cell().privacy().keepPeopleFor());
  }

  void rang(Draft draft, Alarm.LongSilent alarm) {
    Person who = draft.person(alarm.person()).orElse(null);
    if (who == null) return;
    if (over(draft, who).isAfter(draft.now())) {
      watch(draft, who);
    } else if (busy(draft, who)) {
      Instant again = draft.now().plus(draft.cell().privacy().keepPeopleFor());
      draft.wake(new Alarm.LongSilent(who.id()), again);
    } else {
      farewell.forget(draft, who.id());
    }
  }

  /** A volunteer may be silent for long, and stays one. */
  private static boolean busy(Draft draft, Person who) {
    PersonId id = who.id();
    return who.volunteering() != null
        || who.membership().application() != null
        || draft.requests().stream().anyMatch(r -> r.parties().contains(id))
        || draft.arrangements().stream().anyMatch(a -> a.parties().contains(id))
        || draft.things().stream().anyMatch(t -> t.parties().contains(id))
        || draft.cases().stream().anyMatch(c -> c.person().equals(id));
  }
}
