package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Group;
import org.doorstep.cell.Officer;
import org.doorstep.people.Application;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.PersonName;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a lead's word, and that word. Of two leads the first one's counts, and the other is
 * told what is true.
 */
final class Applicants {

  static final String QUESTION = "applicant";

  /** People in one message. */
  private static final int PAGE = 10;

  /** The days on which the leads are told again, and then every week. */
  private static final Set<Integer> REMINDED = Set.of(1, 3);

  private static final int WEEK = 7;

  /** By then an officer hears of it. */
  private static final int OFFICER = 3;

  private final Wording wording;
  private final Joining joining;
  private final Heads heads;

  Applicants(Wording wording, Joining joining) {
    this.wording = wording;
    this.joining = joining;
    this.heads = new Heads(wording);
  }

  // ---- the leads are told

  void rang(Draft draft, Alarm.Applied alarm) {
    Person who = draft.person(alarm.person()).filter(p -> !p.optedOut()).orElse(null);
    if (who == null) return;
    Application known = who.membership().application();
    if (known == null || !known.since().equals(alarm.since())) return;
    Application waits = joining.stillWaits(draft, who).orElse(null);
    if (waits == null) return;
    int day = alarm.told();
    if (day == 0 || REMINDED.contains(day) || day % WEEK == 0) {
      String id = day == 0 ? QUESTION : QUESTION + "-waits";
      heads.tell(
          draft,
          theirs -> theirs.say("members." + id, about(who), values(theirs, draft, who, waits)),
          who.id());
    }
    if (day == OFFICER) tellOfficer(draft, who, waits);
    draft.wake(
        new Alarm.Applied(who.id(), waits.since(), day + 1),
        draft
            .cell()
            .rules()
            .quietHours()
            .endAfter(draft.now().plus(Joining.DAY), draft.cell().zone()));
  }

  private void tellOfficer(Draft draft, Person who, Application waits) {
    Wording officers = wording.toCell(draft);
    Map<String, String> values = values(officers, draft, who, waits);
    String channel = draft.cell().officersChannel();
    String anchor = "applied/" + who.id() + "/" + waits.since().toEpochMilli();
    Card card =
        new Card(
            officers.words("members.officer-title", values),
            List.of(officers.words("members.officer-line", values)),
            null,
            List.of());
    draft.say(new Outgoing.Post(draft.nextId(), channel, anchor, card, false, Set.of(who.id())));
    Officer first = draft.cell().officers().getFirst();
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            channel,
            anchor,
            officers.words("case.please-look", Map.of("officer", first.name())),
            null,
            first.slackUser(),
            false,
            Set.of(who.id())));
  }

  static String about(Person who) {
    return "p." + who.id();
  }

  /** First name, roughly where, and what they offer: nothing else about anybody who waits. */
  private static Map<String, String> values(
      Wording theirs, Draft draft, Person who, Application waits) {
    Volunteering offer = waits.offer();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", firstName(theirs, who));
    values.put("group", draft.cell().group(offer.group()).map(Group::name).orElse(offer.group()));
    values.put("place", offer.home().rough());
    values.put("reach", theirs.distance(Distance.ofMetres(offer.reachMetres())));
    values.put("waiting", new Standing(theirs).ago(waits.since(), draft.now()));
    values.put(
        "travel",
        offer.travel().stream()
            .sorted()
            .map(t -> t.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .map(key -> theirs.words("job.why-by-" + key, Map.of()))
            .collect(Collectors.joining(", ")));
    Wording.put(
        values,
        "likes",
        offer.likes().stream()
            .map(need -> theirs.talk().label("needs", need.key()))
            .sorted()
            .collect(Collectors.joining(", ")));
    if (who.membership().removedFrom().contains(offer.group())) {
      values.put("before", theirs.words("members.removed-before", Map.of()));
    }
    return values;
  }

  static String firstName(Wording theirs, Person who) {
    return theirs.name(who).strip().split("\\s+")[0];
  }

  // ---- the leads look, and decide

  void list(Draft draft, Lead lead) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<Person> waiting = waiting(draft, lead);
    List<Person> shown = waiting.subList(0, Math.min(PAGE, waiting.size()));
    Office listed =
        draft.office().listing(lead.person().id(), shown.stream().map(Person::id).toList());
    if (!listed.equals(draft.office())) draft.put(listed);
    int all = Math.max(draft.dossier().answers().roll().all(), waiting.size());
    List<String> lines = new ArrayList<>();
    for (Person who : shown) {
      Map<String, String> line = values(theirs, draft, who, application(who).orElseThrow());
      line.put("number", Integer.toString(lines.size() + 1));
      lines.add(theirs.words("members.line", line));
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put("number", Integer.toString(all));
    values.put("list", String.join("\n", lines));
    if (all > shown.size()) values.put("more", Integer.toString(all - shown.size()));
    draft.tell(
        lead.person().id(),
        theirs.say(shown.isEmpty() ? "members.list-empty" : "members.list", values),
        HOLD,
        shown.stream().map(Person::id).toArray(PersonId[]::new));
  }

  private static List<Person> waiting(Draft draft, Lead lead) {
    return draft.dossier().answers().roll().waiting().stream()
        .map(known -> draft.person(known.id()).orElse(known))
        .filter(
            who ->
                application(who)
                    .filter(a -> lead.groupIds().contains(a.offer().group()))
                    .isPresent())
        .toList();
  }

  private static Optional<Application> application(Person who) {
    return Optional.ofNullable(who.membership().application());
  }

  void decide(Draft draft, Lead lead, LeadsOrder order, boolean approves) {
    List<Person> waiting = waiting(draft, lead);
    List<Person> meant = meant(draft, lead, order, waiting);
    if (meant.size() == 1) {
      decide(draft, lead, meant.getFirst(), approves);
    } else {
      String named = order.number() > 0 ? Integer.toString(order.number()) : order.rest();
      tell(draft, lead, meant.isEmpty() ? "nobody-waits" : "several-wait", named, null);
    }
  }

  private static List<Person> meant(
      Draft draft, Lead lead, LeadsOrder order, List<Person> waiting) {
    if (order.number() == 0) return PersonName.called(order.rest(), waiting);
    PersonId listed = draft.office().listed(lead.person().id(), order.number()).orElse(null);
    return waiting.stream().filter(who -> who.id().equals(listed)).toList();
  }

  /** Somebody else may have decided before. */
  void tapped(Draft draft, Lead lead, Tap tap) {
    Person who = draft.person(person(tap)).orElse(null);
    Application waits = who == null ? null : application(who).orElse(null);
    if (who == null) {
      draft.tell(
          lead.person().id(), wording.to(draft, lead.person().id()).say("common.closed"), HOLD);
    } else if (waits == null || !lead.groupIds().contains(waits.offer().group())) {
      boolean joined =
          who.volunteering() != null && lead.groupIds().contains(who.volunteering().group());
      Wording theirs = wording.to(draft, lead.person().id());
      tell(draft, lead, joined ? "is-in-already" : "waits-no-more", firstName(theirs, who), who);
    } else {
      decide(draft, lead, who, tap.choice().equals("approve"));
    }
  }

  static PersonId person(Tap tap) {
    return new PersonId(tap.about().startsWith("p.") ? tap.about().substring(2) : "nobody");
  }

  private void decide(Draft draft, Lead lead, Person who, boolean approves) {
    Application waits = application(who).orElseThrow();
    if (approves) joining.approved(draft, who, waits);
    else joining.refused(draft, who, waits);
    Wording theirs = wording.to(draft, lead.person().id());
    tell(draft, lead, approves ? "you-approved" : "you-refused", firstName(theirs, who), who);
  }

  private void tell(Draft draft, Lead lead, String id, String name, @Nullable Person about) {
    Wording theirs = wording.to(draft, lead.person().id());
    PersonId[] named = about == null ? new PersonId[0] : new PersonId[] {about.id()};
    draft.tell(lead.person().id(), theirs.say("members." + id, Map.of("name", name)), HOLD, named);
  }
}
