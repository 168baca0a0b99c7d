package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Arrangement;
import org.doorstep.help.When;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/**
 * REGULAR, for those who run a group: what comes again and again there, what nobody does each time
 * first, then what was missed lately. It names no resident, and no place but roughly.
 */
record RegularOverview(Wording wording) {

  /** The order, as it is for everybody. */
  private static final String ORDER = "regular";

  /** Nobody reads more. */
  private static final int SHOWN = 12;

  private static final int LATELY_DAYS = 30;

  Optional<Enquiry> asks(Dossier dossier, Inbound.Said said) {
    Person me = dossier.sender();
    if (me == null || said.content().tap() != null) return Optional.empty();
    return wording
        .in(me.language())
        .talk()
        .interrupt(said.content().text())
        .filter(ORDER::equals)
        .flatMap(order -> Lead.of(dossier.cell(), said, me))
        .map(lead -> new Enquiry.RegularIn(lead.groupIds()));
  }

  void show(Draft draft, Lead lead) {
    PersonId reader = lead.person().id();
    Wording theirs = wording.to(draft, reader);
    List<Arrangement> all = new ArrayList<>(draft.dossier().answers().regular());
    all.sort(
        Comparator.comparing(Arrangement::complete)
            .thenComparing(a -> lately(draft, a).isEmpty())
            .thenComparing(Arrangement::next));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put("number", Integer.toString(all.size()));
    List<String> lines = new ArrayList<>();
    Set<PersonId> named = new LinkedHashSet<>();
    for (Arrangement each : all.stream().limit(SHOWN).toList()) {
      lines.add(line(draft, theirs, each));
      named.addAll(each.volunteers());
    }
    values.put("list", String.join("\n", lines));
    if (all.size() > SHOWN) values.put("more", Integer.toString(all.size() - SHOWN));
    String id = all.isEmpty() ? "overview-none" : "overview";
    draft.tell(
        reader, theirs.say(Regular.FLOW + "." + id, values), HOLD, named.toArray(PersonId[]::new));
  }

  private static String line(Draft draft, Wording theirs, Arrangement each) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("need", theirs.need(each.wanted()));
    values.put("place", each.wanted().place().rough());
    values.put("often", Regular.often(theirs, each.rhythm()));
    values.put("when", theirs.talk().when(each.nextTime(), draft.now(), draft.cell().zone()));
    String state = state(draft, theirs, each);
    String missed =
        lately(draft, each)
            .map(day -> theirs.talk().when(When.on(day), draft.now(), draft.cell().zone()))
            .map(day -> " " + words(theirs, "overview-missed", Map.of("when", day)))
            .orElse("");
    values.put("state", state + missed);
    return words(theirs, "overview-line", values);
  }

  private static String state(Draft draft, Wording theirs, Arrangement each) {
    if (each.regulars().isEmpty()) return words(theirs, "overview-nobody", Map.of());
    List<PersonId> away =
        each.volunteers().stream().filter(who -> !each.coming().contains(who)).toList();
    boolean alone = each.people() == 1;
    String by = alone && !away.isEmpty() ? "overview-away" : "overview-by";
    List<String> said = new ArrayList<>();
    said.add(words(theirs, by, names(draft, theirs, each.volunteers())));
    if (!alone && !away.isEmpty()) {
      said.add(words(theirs, "overview-not-then", names(draft, theirs, away)));
    }
    int missing = each.people() - each.regulars().size();
    if (missing > 0) {
      said.add(words(theirs, "overview-missing", Map.of("missing", Integer.toString(missing))));
    }
    return String.join(" ", said);
  }

  private static Map<String, String> names(Draft draft, Wording theirs, List<PersonId> who) {
    return Map.of("volunteer", Regular.names(draft, theirs, who));
  }

  private static Optional<LocalDate> lately(Draft draft, Arrangement each) {
    LocalDate since = LocalDate.ofInstant(draft.now(), draft.cell().zone()).minusDays(LATELY_DAYS);
    return Optional.ofNullable(each.missed()).filter(day -> day.isAfter(since));
  }

  private static String words(Wording theirs, String message, Map<String, String> values) {
    return theirs.words(Regular.FLOW + "." + message, values);
  }
}
