package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.Arrangement;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/** What somebody does each time, and has done for them each time, on their page in Slack. */
final class RegularAtHome {

  private RegularAtHome() {}

  /**
   * @param about who is named on it besides its reader
   */
  static List<HomeTab.Part> of(Draft draft, Wording theirs, Person me, Set<PersonId> about) {
    List<HomeTab.Part> parts = new ArrayList<>();
    List<Arrangement> theirOwn =
        draft.arrangements().stream()
            .filter(a -> a.parties().contains(me.id()))
            .limit(Homes.SHOWN)
            .toList();
    for (Arrangement each : theirOwn) {
      String message = each.does(me.id()) ? "page-done-by-you" : "page-yours-to-have";
      Utterance said = Regular.onPage(draft, theirs, message, each, me.id());
      if (parts.isEmpty()) {
        parts.add(new HomeTab.Part(theirs.words("home.regular", Map.of()), "", List.of()));
      }
      parts.add(new HomeTab.Part(null, said.text(), said.choices()));
      about.addAll(each.volunteers());
    }
    return parts;
  }

  /** Those on whose pages it can be seen that something about one of them is decided. */
  static Set<PersonId> changed(Draft draft) {
    Set<PersonId> seen = new LinkedHashSet<>();
    for (Change change : draft.changes.values()) {
      if (change instanceof Change.ArrangementIs(Arrangement now)) seen.addAll(now.parties());
    }
    List<Arrangement> after = draft.arrangements();
    draft.dossier().arrangements().stream()
        .filter(before -> !after.contains(before))
        .forEach(before -> seen.addAll(before.parties()));
    return seen;
  }
}
