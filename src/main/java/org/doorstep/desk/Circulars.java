package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;

/** Officers write to all who lead a group, and a lead to the officers; each may be passed on. */
final class Circulars {

  static final String FLOW = "circular";

  /** Its text is forgotten then. */
  private static final Duration KEPT = Duration.ofDays(14);

  private final Wording wording;
  private final Bulletins bulletins;

  Circulars(Wording wording) {
    this.wording = wording;
    this.bulletins = new Bulletins(wording);
  }

  static boolean about(LeadsOrder order) {
    return Set.of("tell-leads", "tell-cell").contains(order.name());
  }

  // ---- what has to be known

  static List<Enquiry> asks(Cell cell, Lead lead, Optional<LeadsOrder> order, Content content) {
    if (order.filter(o -> o.name().equals("tell-leads")).isPresent()) {
      return Wish.of(cell, order.get().rest()).stream().map(wish -> heads(wish.groups())).toList();
    }
    boolean pass =
        Optional.ofNullable(content.tap())
            .flatMap(Tap::decode)
            .filter(tap -> tap.flow().equals(FLOW) && tap.choice().equals("pass"))
            .isPresent();
    if (!pass || lead.groups().size() != 1) return List.of();
    return List.of(new Enquiry.OfRoll(new RollCall.Idle(lead.groupIds(), Instant.EPOCH)));
  }

  static List<Enquiry> asks(Cell cell, Inbound.Pressed pressed) {
    Tap tap = Tap.decode(pressed.tap()).filter(t -> t.flow().equals(FLOW)).orElse(null);
    if (tap == null) return List.of();
    List<Enquiry> enquiries = new ArrayList<>();
    enquiries.add(new Enquiry.OfficeNow(Set.of()));
    if (tap.choice().equals("share")) enquiries.add(heads(cell.groups()));
    return enquiries;
  }

  static Enquiry asks() {
    return new Enquiry.OfficeNow(Set.of());
  }

  private static Enquiry heads(List<Group> groups) {
    Set<Address> leads =
        groups.stream()
            .flatMap(group -> group.leads().stream())
            .map(lead -> lead.startsWith("+") ? Address.whatsapp(lead) : Address.slack(lead))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Enquiry.OfRoll(new RollCall.Leads(leads));
  }

  /** Whom it is for: all, or the leads "of Hyde Park Neighbours: …". */
  private record Wish(List<Group> groups, String text) {

    static Optional<Wish> of(Cell cell, String said) {
      String text = said.strip();
      int colon = text.indexOf(':');
      boolean some = text.toLowerCase(Locale.ROOT).startsWith("of ") && colon > 0;
      if (!some) return Optional.of(new Wish(cell.groups(), text));
      List<Group> named = cell.groupsCalled(text.substring("of ".length(), colon).strip());
      return named.size() == 1
          ? Optional.of(new Wish(named, text.substring(colon + 1).strip()))
          : Optional.empty();
    }
  }

  // ---- said

  void ordered(Draft draft, Lead lead, LeadsOrder order) {
    boolean toLeads = order.name().equals("tell-leads");
    Wish wish = toLeads ? Wish.of(draft.cell(), order.rest()).orElse(null) : null;
    String text = wish == null ? order.rest().strip() : wish.text();
    String refusal = Bulletins.unfit(text);
    if (toLeads && !Lead.isOfficer(draft)) tell(draft, lead.person(), "officers-only", Map.of());
    else if (toLeads && wish == null) tell(draft, lead.person(), "which", Map.of());
    else if (refusal != null) bulletins.refused(draft, lead, refusal);
    else if (toLeads) fromCell(draft, lead.person(), text);
    else fromLead(draft, lead, text);
  }

  private void fromCell(Draft draft, Person officer, String text) {
    Circular circular = Circular.ofCell(Derived.id(draft.cause().id(), FLOW), text);
    int to = send(draft, circular, officer.id(), Map.of("area", draft.cell().name(), "text", text));
    if (to == 0) {
      tell(draft, officer, "nobody", Map.of());
      return;
    }
    keep(draft, circular.sentTo(to), true);
    tell(draft, officer, "sent", Map.of("to", Integer.toString(to)));
  }

  private void fromLead(Draft draft, Lead lead, String text) {
    String from = wording.toCell(draft).name(lead.person()) + " (" + lead.groupNames() + ")";
    Circular circular =
        Circular.of(Derived.id(draft.cause().id(), FLOW), text, lead.person().id(), from);
    keep(draft, circular, true);
    tell(draft, lead.person(), "told-cell", Map.of());
  }

  /** To all leads that were looked up, but for whom it comes from. */
  private int send(Draft draft, Circular circular, PersonId from, Map<String, String> values) {
    String id = FLOW + (circular.by() == null ? ".from-cell" : ".from-lead");
    int to = 0;
    for (Roll.Head head : draft.dossier().answers().roll().leads()) {
      if (head.id().equals(from)) continue;
      Person lead =
          head.known() == null
              ? Person.firstSeen(head.id(), head.address(), draft.cell().language(), draft.now())
              : head.known();
      if (lead.optedOut()) continue;
      if (head.known() == null) draft.put(lead);
      Wording theirs = wording.in(lead.language());
      draft.tell(lead.id(), theirs.say(id, circular.id(), values), HOLD, from);
      to++;
    }
    return to;
  }

  // ---- heard

  void tapped(Draft draft, Lead lead, Tap tap) {
    Circular circular = draft.office().circulars().get(tap.about());
    Person me = lead.person();
    if (circular == null) {
      tell(draft, me, "over", Map.of());
      return;
    }
    if (!tap.choice().equals("pass")) {
      keep(draft, circular.seenBy(me.id()), false);
      draft.tell(me.id(), wording.to(draft, me.id()).say(FLOW + ".noted"), DROP);
      return;
    }
    keep(draft, circular.passedOnBy(me.id()), false);
    bulletins.ordered(draft, lead, new LeadsOrder("bulletin", 0, "", circular.text()));
  }

  void pressed(Draft draft, Inbound.Pressed pressed, Person presser, Tap tap) {
    Wording officers = wording.to(draft, presser.id());
    Circular circular = draft.office().circulars().get(tap.about());
    if (draft.cell().officer(pressed.sender().address().value()).isEmpty()) {
      draft.whisper(pressed, officers.words("case.not-an-officer", Map.of()));
    } else if (circular == null) {
      draft.whisper(pressed, officers.words(FLOW + ".over", Map.of()));
    } else if (tap.choice().equals("share") && circular.to() == 0 && circular.by() != null) {
      Map<String, String> values = Map.of("name", circular.from(), "text", circular.text());
      Circular shared = circular.sentTo(send(draft, circular, circular.by(), values));
      saw(draft, circular);
      keep(draft, shared.seenBy(presser.id()), false);
      String to = Integer.toString(shared.to());
      draft.whisper(pressed, officers.words(FLOW + ".shared", Map.of("to", to)));
    } else {
      saw(draft, circular);
      keep(draft, circular.seenBy(presser.id()), false);
    }
  }

  /** Whoever told the officers hears once that one of them has seen it. */
  private void saw(Draft draft, Circular circular) {
    if (circular.by() == null || !circular.seen().isEmpty()) return;
    draft.tell(circular.by(), wording.to(draft, circular.by()).say(FLOW + ".officer-saw"), DROP);
  }

  static void rang(Draft draft, Alarm.CircularOver over) {
    draft.put(draft.office().without(over.circular()));
  }

  // ---- in the officers' channel

  private void keep(Draft draft, Circular circular, boolean fresh) {
    draft.put(draft.office().with(circular));
    String channel = draft.cell().officersChannel();
    String anchor = FLOW + "/" + circular.id();
    Set<PersonId> about = circular.by() == null ? Set.of() : Set.of(circular.by());
    Card card = card(draft, circular);
    if (fresh) {
      draft.say(new Outgoing.Post(draft.nextId(), channel, anchor, card, false, about));
      draft.wake(new Alarm.CircularOver(circular.id()), draft.now().plus(KEPT));
    } else {
      draft.say(new Outgoing.Repost(draft.nextId(), channel, anchor, card, about));
    }
  }

  private Card card(Draft draft, Circular circular) {
    Wording officers = wording.toCell(draft);
    List<String> lines = new ArrayList<>();
    List<Choice> choices = List.of();
    Map<String, String> counts =
        Map.of(
            "to", Integer.toString(circular.to()),
            "seen", Integer.toString(circular.seen().size()),
            "passed", Integer.toString(circular.passed().size()));
    boolean fromLead = circular.by() != null;
    if (circular.to() > 0) lines.add(officers.words(FLOW + ".counts", counts));
    else if (!circular.seen().isEmpty()) lines.add(officers.words(FLOW + ".seen-here", Map.of()));
    if (fromLead && circular.to() == 0) {
      choices =
          officers.say(FLOW + ".officer-buttons", circular.id(), Map.of()).choices().stream()
              .filter(c -> circular.seen().isEmpty() || c.tap().choice().equals("share"))
              .toList();
    }
    String title =
        fromLead
            ? officers.words(FLOW + ".lead-title", Map.of("name", circular.from()))
            : officers.words(FLOW + ".title", Map.of());
    return new Card(title, lines, circular.text(), choices);
  }

  private void tell(Draft draft, Person who, String id, Map<String, String> values) {
    draft.tell(who.id(), wording.to(draft, who.id()).say(FLOW + "." + id, values), HOLD);
  }
}
