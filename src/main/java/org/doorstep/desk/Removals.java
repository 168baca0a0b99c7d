package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Group;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * A lead takes somebody out of the group: they are asked no more, and what they hold goes back to
 * the others. They come back by a lead's word only.
 */
final class Removals {

  static final String SURE = "remove-sure";
  static final String WHICH = "remove-which";

  /** As many as a list to pick from holds. */
  private static final int MOST = 10;

  private final Wording wording;
  private final Farewell farewell;
  private final LeftBehind leftBehind;

  Removals(Wording wording, Farewell farewell) {
    this.wording = wording;
    this.farewell = farewell;
    this.leftBehind = new LeftBehind(wording);
  }

  void named(Draft draft, Lead lead, String name) {
    List<Person> all =
        draft.dossier().answers().roll().volunteers().stream()
            .map(Candidate::person)
            .filter(who -> led(lead, who).isPresent())
            .toList();
    List<Person> found = PersonName.called(name, all);
    switch (found.size()) {
      case 0 -> tell(draft, lead, "remove-nobody", Map.of("name", name), null);
      case 1 -> sure(draft, lead, found.getFirst());
      default -> which(draft, lead, name, found);
    }
  }

  private static Optional<Volunteering> led(Lead lead, Person who) {
    return Optional.ofNullable(who.volunteering())
        .filter(offer -> lead.groupIds().contains(offer.group()));
  }

  /** Two of the same name are told apart by where they live, roughly, and since when. */
  private void which(Draft draft, Lead lead, String name, List<Person> found) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<Choice> choices = new ArrayList<>();
    for (Person who : found.subList(0, Math.min(MOST, found.size()))) {
      Map<String, String> values = values(theirs, draft, who);
      choices.add(
          new Choice(
              new Tap(Members.FLOW, 1, WHICH, "this", Applicants.about(who)),
              theirs.words("members.remove-label", values),
              theirs.words("members.remove-since", values)));
    }
    draft.tell(
        lead.person().id(),
        theirs.talk().choose("members." + WHICH, Map.of("name", name), choices),
        HOLD,
        found.stream().map(Person::id).toArray(PersonId[]::new));
  }

  private void sure(Draft draft, Lead lead, Person who) {
    Wording theirs = wording.to(draft, lead.person().id());
    String about = Applicants.about(who);
    Conversation open = draft.conversation(lead.person());
    if (open == null || open.flow().equals(Relay.FLOW)) {
      Relay.keep(draft, lead.person().id(), SURE, about);
    }
    draft.tell(
        lead.person().id(),
        theirs.say("members." + SURE, about, values(theirs, draft, who)),
        HOLD,
        who.id());
  }

  static Map<String, String> values(Wording theirs, Draft draft, Person who) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", theirs.name(who));
    Volunteering offer = who.volunteering();
    if (offer == null) return values;
    values.put("place", offer.home().rough());
    values.put("since", new Standing(theirs).ago(offer.joinedAt(), draft.now()));
    values.put("group", draft.cell().group(offer.group()).map(Group::name).orElse(offer.group()));
    return values;
  }

  /** Whom we asked about, if an answer is awaited. */
  static Optional<PersonId> asked(@Nullable Conversation open) {
    return Optional.ofNullable(Relay.kept(open, SURE))
        .map(about -> Applicants.person(new Tap(Members.FLOW, 1, SURE, "", about)));
  }

  boolean typed(Draft draft, Lead lead, String text) {
    String about = Relay.kept(draft.conversation(lead.person()), SURE);
    if (about == null) return false;
    Optional<String> choice =
        wording.to(draft, lead.person().id()).talk().answer("members." + SURE, text);
    choice.ifPresent(answer -> tapped(draft, lead, new Tap(Members.FLOW, 1, SURE, answer, about)));
    return choice.isPresent();
  }

  void tapped(Draft draft, Lead lead, Tap tap) {
    if (Relay.kept(draft.conversation(lead.person()), SURE) != null) {
      draft.converse(lead.person().id(), null);
    }
    Person who = draft.person(Applicants.person(tap)).orElse(null);
    if (who == null || led(lead, who).isEmpty()) {
      draft.tell(
          lead.person().id(), wording.to(draft, lead.person().id()).say("common.closed"), HOLD);
    } else if (tap.state().equals(WHICH)) {
      sure(draft, lead, who);
    } else {
      String id = tap.choice().equals("yes") ? "removed" : "not-removed";
      Map<String, String> values = values(wording.to(draft, lead.person().id()), draft, who);
      if (id.equals("removed")) remove(draft, who, led(lead, who).orElseThrow());
      tell(draft, lead, id, values, who);
      if (id.equals("removed")) leftBehind.removed(draft, lead, who);
    }
  }

  private void remove(Draft draft, Person who, Volunteering offer) {
    Map<String, String> values = new LinkedHashMap<>();
    draft.cell().group(offer.group()).ifPresent(g -> values.put("group", g.name()));
    values.put("coordinator", wording.coordinator(draft));
    farewell.handBack(draft, who);
    Person now = draft.person(who.id()).orElse(who);
    draft.put(now.offering(null).standing(now.membership().removed(offer.group())));
    draft.fact(new Fact.VolunteerRemoved(who.id(), offer.group()));
    draft.tell(who.id(), wording.to(draft, who.id()).say("members.you-were-removed", values), HOLD);
  }

  private void tell(
      Draft draft, Lead lead, String id, Map<String, String> values, @Nullable Person about) {
    Wording theirs = wording.to(draft, lead.person().id());
    PersonId[] named = about == null ? new PersonId[0] : new PersonId[] {about.id()};
    draft.tell(lead.person().id(), theirs.say("members." + id, values), HOLD, named);
  }
}
