package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/**
 * What somebody gives and lends, has lent and has borrowed, on their page in Slack. The other of a
 * loan stands on it by first name.
 */
final class ThingsAtHome {

  private ThingsAtHome() {}

  /**
   * @param about who is named on it besides its reader
   */
  static List<HomeTab.Part> of(Draft draft, Wording theirs, Person me, Set<PersonId> about) {
    List<Utterance> all = new ArrayList<>();
    draft.things().stream()
        .filter(thing -> thing.owner().equals(me.id()) && thing.free(draft.now()) > 0)
        .forEach(thing -> all.add(Things.mine(draft, theirs, thing)));
    List<PersonId> others = new ArrayList<>();
    int before = all.size();
    for (Loan loan : Loan.of(draft, me)) {
      boolean mine = loan.lentBy(me.id());
      others.add(mine ? loan.out().by() : loan.thing().owner());
      all.add(of(draft, theirs, loan, mine));
    }
    others.stream()
        .limit(Math.max(0, Homes.SHOWN - before))
        .filter(other -> draft.person(other).isPresent())
        .forEach(about::add);
    List<HomeTab.Part> parts = new ArrayList<>();
    if (all.isEmpty()) return parts;
    parts.add(new HomeTab.Part(theirs.words("home.things", Map.of()), "", List.of()));
    all.stream()
        .limit(Homes.SHOWN)
        .forEach(said -> parts.add(new HomeTab.Part(null, said.text(), said.choices())));
    if (all.size() > Homes.SHOWN) {
      Map<String, String> more = Map.of("more", Integer.toString(all.size() - Homes.SHOWN));
      parts.add(new HomeTab.Part(null, theirs.words("home.things-more", more), List.of()));
    }
    return parts;
  }

  private static Utterance of(Draft draft, Wording theirs, Loan loan, boolean mine) {
    Map<String, String> values = new Stock(theirs).values(draft, theirs, loan.thing(), loan.out());
    values.computeIfPresent("name", (key, name) -> first(name));
    values.computeIfPresent("owner", (key, name) -> first(name));
    return theirs.say(Stock.FLOW + "." + (mine ? "lent" : "borrowed"), loan.about(0), values);
  }

  private static String first(String name) {
    return name.strip().split("\\s", 2)[0];
  }

  /** Those on whose pages it can be seen that something about one of them is decided. */
  static Set<PersonId> changed(Draft draft) {
    Set<PersonId> seen = new LinkedHashSet<>();
    for (Change change : draft.changes.values()) {
      if (change instanceof Change.ThingIs(Thing now)) seen.addAll(now.parties());
      if (change instanceof Change.ThingGone(Thing last)) seen.addAll(last.parties());
      if (change instanceof Change.PersonGone(PersonId gone)) seen.addAll(with(draft, gone));
    }
    List<Thing> after = draft.things();
    draft.dossier().things().stream()
        .filter(before -> !after.contains(before))
        .forEach(before -> seen.addAll(before.parties()));
    return seen;
  }

  /** Whoever is forgotten is named no more. */
  private static Set<PersonId> with(Draft draft, PersonId gone) {
    Set<PersonId> all = new LinkedHashSet<>();
    draft.dossier().things().stream()
        .filter(thing -> thing.parties().contains(gone))
        .forEach(thing -> all.addAll(thing.parties()));
    return all;
  }
}
