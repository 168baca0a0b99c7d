package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Choice;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;

/**
 * BADGE dbs Amy: somebody who runs the group has seen what it stands for. Only they grant one and
 * take one back; which there are, the needs in the cell's rules say.
 */
final class Badges {

  static final String WHICH = "badge-which";

  private static final String GIVE = "badge";

  /** As many as a list to pick from holds. */
  private static final int MOST = 10;

  private final Wording wording;

  Badges(Wording wording) {
    this.wording = wording;
  }

  static RollCall asks(Lead lead, LeadsOrder order) {
    return new RollCall.Called(lead.groupIds(), name(order));
  }

  /** The first word is the badge; the rest is who. */
  private static String badge(LeadsOrder order) {
    return order.rest().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String name(LeadsOrder order) {
    String[] words = order.rest().strip().split("\\s+", 2);
    return words.length < 2 ? "" : words[1];
  }

  private static SortedSet<String> known(Cell cell) {
    SortedSet<String> known = new TreeSet<>();
    cell.rules().needs().forEach(terms -> known.addAll(terms.badges()));
    return known;
  }

  void ordered(Draft draft, Lead lead, LeadsOrder order) {
    SortedSet<String> known = known(draft.cell());
    String badge = badge(order);
    if (known.isEmpty()) {
      tell(draft, lead, "badge-none", Map.of());
    } else if (!known.contains(badge)) {
      tell(draft, lead, "badge-unknown", Map.of("text", badge, "list", String.join(", ", known)));
    } else if (name(order).isEmpty()) {
      tell(draft, lead, "badge-how", Map.of("badge", badge));
    } else {
      named(draft, lead, name(order), new Deed(order.name().equals(GIVE), badge));
    }
  }

  /** What is to be done with which badge, as a tap carries it. */
  private record Deed(boolean gives, String badge) {

    static Optional<Deed> of(Tap tap, SortedSet<String> known) {
      String[] parts = tap.choice().split("-", 2);
      return parts.length == 2 && known.contains(parts[1])
          ? Optional.of(new Deed(parts[0].equals("give"), parts[1]))
          : Optional.empty();
    }

    String choice() {
      return (gives ? "give-" : "take-") + badge;
    }
  }

  private void named(Draft draft, Lead lead, String name, Deed deed) {
    List<Person> all =
        draft.dossier().answers().roll().volunteers().stream()
            .map(Candidate::person)
            .filter(who -> led(lead, who).isPresent())
            .toList();
    List<Person> found = PersonName.called(name, all);
    switch (found.size()) {
      case 0 -> tell(draft, lead, "remove-nobody", Map.of("name", name));
      case 1 -> does(draft, lead, found.getFirst(), deed);
      default -> which(draft, lead, name, found, deed);
    }
  }

  private static Optional<Volunteering> led(Lead lead, Person who) {
    return Optional.ofNullable(who.volunteering())
        .filter(offer -> lead.groupIds().contains(offer.group()));
  }

  /** Two of the same name are told apart by where they live, roughly, and since when. */
  private void which(Draft draft, Lead lead, String name, List<Person> found, Deed deed) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<Choice> choices = new ArrayList<>();
    for (Person who : found.subList(0, Math.min(MOST, found.size()))) {
      Map<String, String> values = Removals.values(theirs, draft, who);
      choices.add(
          new Choice(
              new Tap(Members.FLOW, 1, WHICH, deed.choice(), Applicants.about(who)),
              theirs.words("members.remove-label", values),
              theirs.words("members.remove-since", values)));
    }
    draft.tell(
        lead.person().id(),
        theirs.talk().choose("members." + WHICH, Map.of("name", name), choices),
        HOLD,
        found.stream().map(Person::id).toArray(PersonId[]::new));
  }

  void tapped(Draft draft, Lead lead, Tap tap) {
    Optional<Deed> deed = Deed.of(tap, known(draft.cell()));
    Optional<Person> who =
        draft.person(Applicants.person(tap)).filter(p -> led(lead, p).isPresent());
    if (deed.isPresent() && who.isPresent()) {
      does(draft, lead, who.get(), deed.get());
    } else {
      draft.tell(
          lead.person().id(), wording.to(draft, lead.person().id()).say("common.closed"), HOLD);
    }
  }

  private void does(Draft draft, Lead lead, Person who, Deed deed) {
    Volunteering offer = led(lead, who).orElseThrow();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", wording.to(draft, lead.person().id()).name(who));
    values.put("badge", deed.badge());
    if (deed.gives() && who.id().equals(lead.person().id())) {
      self(draft, lead, offer, values);
      return;
    }
    tell(draft, lead, deed.gives() ? "badge-given" : "badge-taken", values, who.id());
    Volunteering now =
        deed.gives() ? offer.withBadge(deed.badge()) : offer.withoutBadge(deed.badge());
    if (now.equals(offer)) return;
    draft.put(who.offering(now));
    draft.fact(new Fact.BadgeChanged(who.id(), offer.group(), deed.badge(), deed.gives()));
    Map<String, String> theirs = new LinkedHashMap<>();
    theirs.put("badge", deed.badge());
    draft.cell().group(offer.group()).map(Group::name).ifPresent(g -> theirs.put("group", g));
    String told = deed.gives() ? "badge-yours" : "badge-yours-no-more";
    draft.tell(who.id(), wording.to(draft, who.id()).say("members." + told, theirs), HOLD);
  }

  /** Whoever looks at it is somebody else. */
  private void self(Draft draft, Lead lead, Volunteering offer, Map<String, String> values) {
    String group = draft.cell().group(offer.group()).map(Group::name).orElse(lead.groupNames());
    values.put("group", group);
    values.put("coordinator", wording.coordinator(draft));
    tell(draft, lead, "badge-self", values);
  }

  private void tell(
      Draft draft, Lead lead, String id, Map<String, String> values, PersonId... named) {
    Wording theirs = wording.to(draft, lead.person().id());
    draft.tell(lead.person().id(), theirs.say("members." + id, values), HOLD, named);
  }
}
