package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.TEMPLATE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Group;
import org.doorstep.cell.Referrer;
import org.doorstep.help.Crossing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Referred;
import org.doorstep.help.Referred.Contact;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.people.Flag;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;

/**
 * Somebody of the council refers a resident: what they filled in becomes a request like any other,
 * in the group's own voice, and whoever referred it hears what becomes of it.
 */
final class Refer {

  static final String FLOW = "refer";

  /** Which words the consent was asked in; another wording is another version. */
  static final String WORDS = "refer/1";

  private final Wording wording;
  private final Openings openings;
  private final GivingBack givingBack;

  Refer(Wording wording, Openings openings, GivingBack givingBack) {
    this.givingBack = givingBack;
    this.wording = wording;
    this.openings = openings;
  }

  /** What opens the form. */
  public static Tap tap() {
    return new Tap(FLOW, 1, "form", Inbound.HandedIn.REFER, "");
  }

  static boolean about(Inbound.HandedIn form) {
    return Tap.decode(form.tap()).filter(tap -> tap.flow().equals(FLOW)).isPresent();
  }

  /** Where it is, who the resident is by their number, and whether the group takes requests in. */
  static List<Enquiry> asks(Dossier dossier, Inbound.HandedIn form) {
    if (Tap.decode(form.tap()).filter(t -> t.choice().equals(Inbound.HandedIn.REFER)).isEmpty()) {
      return GivingBack.asks(dossier, form);
    }
    List<Enquiry> all = new ArrayList<>();
    if (!ReferForm.faults(form.fields()).isEmpty()) return all;
    all.add(new Enquiry.PlaceNamed(form.field("place").strip()));
    all.add(new Enquiry.OfRoll(new RollCall.Leads(Set.copyOf(addresses(form)))));
    all.add(
        new Enquiry.OfficeNow(
            dossier.cell().groups().stream().map(Group::id).collect(Collectors.toSet())));
    return all;
  }

  /** The first is what they asked for; who said STOP is rung. */
  private static List<Address> addresses(Inbound.HandedIn form) {
    Map<String, List<String>> fields = form.fields();
    String only = "only/" + form.id().value();
    return switch (ReferForm.contact(fields)) {
      case WHATSAPP ->
          ReferForm.mobile(fields)
              .map(n -> List.of(Address.whatsapp(n), Address.rung(n)))
              .orElse(List.of());
      case PHONE ->
          List.of(ReferForm.rung(fields).map(Address::rung).orElseGet(() -> Address.rung(only)));
      case THROUGH_ME -> List.of(Address.rung(only));
    };
  }

  void handed(Draft draft, Person me, Inbound.HandedIn form, Tap tap) {
    if (tap.choice().equals(Inbound.HandedIn.REFER)) handed(draft, me, form);
    else givingBack.handed(draft, me, form, tap);
  }

  private void handed(Draft draft, Person me, Inbound.HandedIn form) {
    Optional<Referrer> by = Referrer.of(draft.cell(), form.sender().address().value());
    Person resident = resident(draft, form).orElse(null);
    if (by.isEmpty()) tell(draft, me, "not-yours", Map.of());
    else if (!ReferForm.faults(form.fields()).isEmpty() || resident == null) {
      tell(draft, me, "not-taken", again(form));
    } else if (place(draft).isEmpty()) tell(draft, me, "no-place", again(form));
    else if (!draft.cell().area().covers(place(draft).get())) outside(draft, me, form);
    else open(draft, me, by.get(), resident, place(draft).get(), form);
  }

  private void outside(Draft draft, Person me, Inbound.HandedIn form) {
    Map<String, String> values = again(form);
    values.put("neighbouring-groups", draft.cell().neighbours());
    tell(draft, me, "outside", values);
  }

  /** What they need not write again. */
  private static Map<String, String> again(Inbound.HandedIn form) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("place", form.field("place").strip());
    Wording.put(values, "text", form.field("note").strip());
    return values;
  }

  private static Optional<Place> place(Draft draft) {
    return draft.dossier().answers().places().values().stream()
        .flatMap(a -> a instanceof PlaceAnswer.Found found ? Stream.of(found.place()) : Stream.of())
        .findFirst();
  }

  private static Optional<Person> resident(Draft draft, Inbound.HandedIn form) {
    List<Roll.Head> heads = draft.dossier().answers().roll().leads();
    return addresses(form).stream()
        .flatMap(a -> heads.stream().filter(head -> head.address().equals(a)))
        .map(
            head ->
                Optional.ofNullable(head.known())
                    .orElseGet(
                        () ->
                            Person.firstSeen(
                                head.id(), head.address(), draft.cell().language(), draft.now())))
        .filter(person -> !person.optedOut())
        .findFirst();
  }

  private void open(
      Draft draft, Person me, Referrer by, Person resident, Place place, Inbound.HandedIn form) {
    Contact asked = ReferForm.contact(form.fields());
    boolean stopped = asked == Contact.WHATSAPP && isRung(resident);
    Contact contact = stopped ? Contact.PHONE : asked;
    Referred referred =
        new Referred(
            by.slackUser(),
            by.name(),
            by.channel(),
            contact,
            contact == Contact.PHONE ? ReferForm.rung(form.fields()).orElse(null) : null,
            ReferForm.consent(form.fields()),
            WORDS,
            draft.now());
    draft.put(me);
    draft.put(resident.named(form.field("name").strip()));
    if (!isRung(resident)) welcome(draft, by, resident, form, draft.cell().groupFor(place));
    openings.open(draft, resident, slots(draft, form, place), Crossing.in(referred));
    for (HelpRequest one : draft.openedNow()) {
      draft.fact(new Fact.ReferredIn(one.id(), one.particulars().group(), contact));
    }
    List<HelpRequest> opened = Parts.once(draft.openedNow());
    if (opened.isEmpty()) return;
    Map<String, String> values = wording.to(draft, me.id()).open(draft, opened.getFirst());
    draft.tell(
        me.id(),
        wording.to(draft, me.id()).say(FLOW + (stopped ? ".taken-stopped" : ".taken"), values),
        HOLD);
  }

  private static boolean isRung(Person resident) {
    return resident.address().channel() == Channel.PHONE;
  }

  /** The group's own first word to somebody who has perhaps never heard of it. */
  private void welcome(
      Draft draft, Referrer by, Person resident, Inbound.HandedIn form, Group group) {
    Wording theirs = wording.to(draft, resident.id());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("by", by.name());
    values.put("group", group.name());
    values.put(
        "need",
        form.fields().getOrDefault("needs", List.of()).stream()
            .map(need -> theirs.talk().label("needs", need))
            .collect(Collectors.joining(", ")));
    draft.tell(resident.id(), theirs.say(FLOW + ".welcome", values), TEMPLATE);
  }

  private static Map<String, Known> slots(Draft draft, Inbound.HandedIn form, Place place) {
    Map<String, List<String>> fields = form.fields();
    Map<String, Known> slots = new LinkedHashMap<>();
    Set<String> needs = new LinkedHashSet<>(fields.getOrDefault("needs", List.of()));
    put(slots, "need", new SlotValue.Picked(List.copyOf(needs)));
    put(slots, "area", new SlotValue.At(place));
    put(
        slots,
        "when",
        new SlotValue.Time(
            ReferForm.when(fields, draft.now().atZone(draft.cell().zone()).toLocalDate())));
    put(slots, "name", new SlotValue.Words(form.field("name").strip()));
    String note = form.field("note").strip();
    if (!note.isEmpty()) put(slots, "words", new SlotValue.Words(note));
    String address = form.field("address").strip();
    if (!address.isEmpty()) put(slots, "note", new SlotValue.Words(address));
    Set<Flag> flags = ReferForm.flags(fields);
    if (!flags.isEmpty()) put(slots, "risk", new SlotValue.Raised(flags));
    return slots;
  }

  private static void put(Map<String, Known> slots, String slot, SlotValue value) {
    slots.put(slot, new Known(value, Known.Source.TAPPED, 1));
  }

  void tell(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(FLOW + "." + id, values), HOLD);
  }
}
