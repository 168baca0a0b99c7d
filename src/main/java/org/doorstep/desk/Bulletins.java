package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Group;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * A short text of a lead to all volunteers of a group. It goes out a hundred at a time, each
 * hundred with the alarm for the next in one commit; its messages are called after it and their
 * reader, so that nobody gets it twice whatever breaks off.
 */
final class Bulletins {

  static final String SURE = "bulletin-sure";

  /** To so many in one commit. */
  static final int AT_ONCE = 100;

  private static final int LONGEST = 500;
  private static final Duration APART = Duration.ofHours(24);

  /** A hundred later, so that who writes meanwhile is not kept waiting. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Whoever is asleep by their own hours is looked at again. */
  private static final Duration LATER = Duration.ofHours(1);

  private final Wording wording;

  Bulletins(Wording wording) {
    this.wording = wording;
  }

  /** Which group, and what it is to be told. */
  private record Wish(Group group, String text) {

    /** Who looks after several names the one: "Hyde Park Neighbours: …". */
    static Optional<Wish> of(Lead lead, String said) {
      for (Group group : lead.groups()) {
        for (String name : List.of(group.name(), group.id())) {
          if (said.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
            return Optional.of(new Wish(group, said.substring(name.length() + 1).strip()));
          }
        }
      }
      return lead.groups().size() == 1
          ? Optional.of(new Wish(lead.groups().getFirst(), said.strip()))
          : Optional.empty();
    }
  }

  static Optional<RollCall> asks(Lead lead, LeadsOrder order, Instant now) {
    return Wish.of(lead, order.rest()).map(wish -> count(wish.group().id(), now));
  }

  private static RollCall count(String group, Instant now) {
    return new RollCall.Idle(Set.of(group), Idle.since(now));
  }

  void ordered(Draft draft, Lead lead, LeadsOrder order) {
    Wish wish = Wish.of(lead, order.rest()).orElse(null);
    if (wish == null) {
      tell(draft, lead, "bulletin-which", Map.of("group", lead.groupNames()));
      return;
    }
    String text = wish.text();
    Map<String, String> values = values(draft, wish.group());
    Conversation open = draft.conversation(lead.person());
    boolean inAForm = open != null && !open.flow().equals(Relay.FLOW);
    String refusal = inAForm ? "bulletin-in-a-form" : unfit(draft, wish.group(), text);
    if (refusal != null) {
      tell(draft, lead, refusal, values);
      return;
    }
    String nonce = Derived.id(draft.cause().id(), "bulletin");
    Relay.keep(draft, lead.person().id(), SURE, String.join("\n", nonce, wish.group().id(), text));
    values.put("text", text);
    values.put("number", Integer.toString(draft.dossier().answers().roll().all()));
    Wording theirs = wording.to(draft, lead.person().id());
    draft.tell(lead.person().id(), theirs.say("members." + SURE, nonce, values), HOLD);
  }

  /** Why it cannot be sent, if it cannot. */
  static @Nullable String unfit(String text) {
    if (text.isBlank() || text.length() > LONGEST) return "bulletin-length";
    return Masking.roughly(Masking.mask(text)).equals(text) ? null : "bulletin-personal";
  }

  void refused(Draft draft, Lead lead, String refusal) {
    tell(draft, lead, refusal, Map.of("limit", Integer.toString(LONGEST)));
  }

  private static @Nullable String unfit(Draft draft, Group group, String text) {
    String always = unfit(text);
    if (always != null) return always;
    Office.Bulletin last = draft.office().bulletins().get(group.id());
    return last != null && draft.now().isBefore(last.since().plus(APART)) ? "bulletin-today" : null;
  }

  private Map<String, String> values(Draft draft, Group group) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", group.name());
    values.put("limit", Integer.toString(LONGEST));
    Office.Bulletin last = draft.office().bulletins().get(group.id());
    if (last != null) {
      values.put("until", wording.toCell(draft).clock(draft, last.since().plus(APART)));
    }
    return values;
  }

  // ---- the answer

  private record Kept(String nonce, String group, String text) {

    static Optional<Kept> of(@Nullable Conversation open) {
      String kept = Relay.kept(open, SURE);
      if (kept == null) return Optional.empty();
      String[] parts = kept.split("\n", 3);
      return Optional.of(new Kept(parts[0], parts[1], parts[2]));
    }
  }

  static Optional<RollCall> asked(@Nullable Conversation open, Instant now) {
    return Kept.of(open).map(kept -> count(kept.group(), now));
  }

  boolean typed(Draft draft, Lead lead, String text) {
    Kept kept = Kept.of(draft.conversation(lead.person())).orElse(null);
    if (kept == null) return false;
    Optional<String> choice =
        wording.to(draft, lead.person().id()).talk().answer("members." + SURE, text);
    choice.ifPresent(
        answer -> tapped(draft, lead, new Tap(Members.FLOW, 1, SURE, answer, kept.nonce())));
    return choice.isPresent();
  }

  void tapped(Draft draft, Lead lead, Tap tap) {
    Kept kept = Kept.of(draft.conversation(lead.person())).orElse(null);
    Group group =
        lead.groups().stream()
            .filter(g -> kept != null && g.id().equals(kept.group()))
            .findFirst()
            .orElse(null);
    if (kept == null || group == null || !kept.nonce().equals(tap.about())) {
      draft.tell(
          lead.person().id(), wording.to(draft, lead.person().id()).say("common.closed"), HOLD);
      return;
    }
    draft.converse(lead.person().id(), null);
    Map<String, String> values = values(draft, group);
    String refusal = unfit(draft, group, kept.text());
    if (!tap.choice().equals("yes")) {
      tell(draft, lead, "bulletin-not-sent", values);
    } else if (refusal != null) {
      tell(draft, lead, refusal, values);
    } else {
      send(draft, lead, group, kept);
      values.put("number", Integer.toString(draft.dossier().answers().roll().all()));
      tell(draft, lead, "bulletin-sent", values);
    }
  }

  private static void send(Draft draft, Lead lead, Group group, Kept kept) {
    Office.Bulletin bulletin =
        new Office.Bulletin(kept.nonce(), kept.text(), lead.person().id(), draft.now(), 0);
    draft.put(draft.office().with(group.id(), bulletin));
    draft.wake(new Alarm.Bulletin(group.id(), bulletin.id(), ""), awake(draft, draft.now()));
  }

  private static Instant awake(Draft draft, Instant at) {
    return draft.cell().rules().quietHours().endAfter(at, draft.cell().zone());
  }

  // ---- it goes out

  void rang(Draft draft, Alarm.Bulletin alarm) {
    Office.Bulletin bulletin = running(draft, alarm.group(), alarm.bulletin());
    if (bulletin == null) return;
    Instant now = awake(draft, draft.now());
    if (now.isAfter(draft.now())) {
      draft.wake(alarm, now);
      return;
    }
    List<Candidate> some = draft.dossier().answers().roll().volunteers();
    int sent = send(draft, alarm.group(), bulletin, some);
    Office.Bulletin further = bulletin.sentTo(sent);
    if (some.isEmpty() || draft.dossier().answers().roll().all() < AT_ONCE) {
      draft.fact(new Fact.BulletinSent(alarm.group(), further.to()));
    } else {
      String last = some.getLast().person().id().value();
      draft.wake(
          new Alarm.Bulletin(alarm.group(), alarm.bulletin(), last), draft.now().plus(PAUSE));
    }
    draft.put(draft.office().with(alarm.group(), further));
  }

  void rang(Draft draft, Alarm.BulletinLater alarm) {
    Office.Bulletin bulletin = running(draft, alarm.group(), alarm.bulletin());
    if (bulletin == null) return;
    // after a day it is no news any more
    if (draft.now().isAfter(bulletin.since().plus(APART))) return;
    Instant now = awake(draft, draft.now());
    if (now.isAfter(draft.now())) draft.wake(alarm, now);
    else send(draft, alarm.group(), bulletin, draft.dossier().answers().roll().volunteers());
  }

  private static Office.@Nullable Bulletin running(Draft draft, String group, String id) {
    Office.Bulletin bulletin = draft.office().bulletins().get(group);
    return bulletin == null || !bulletin.id().equals(id) ? null : bulletin;
  }

  private int send(Draft draft, String group, Office.Bulletin bulletin, List<Candidate> some) {
    List<PersonId> asleep = new ArrayList<>();
    int sent = 0;
    for (Candidate each : some) {
      Person who = each.person();
      Volunteering offer = who.volunteering();
      if (offer == null || !wants(draft, group, who, offer)) continue;
      if (offer.availability().asleep(draft.now().atZone(draft.cell().zone()).toLocalTime())) {
        asleep.add(who.id());
      } else {
        draft.say(letter(draft, group, bulletin, who));
        sent++;
      }
    }
    if (!asleep.isEmpty()) {
      draft.wake(new Alarm.BulletinLater(group, bulletin.id(), asleep), draft.now().plus(LATER));
    }
    return sent;
  }

  /** Whoever has a break is left in peace too. */
  private static boolean wants(Draft draft, String group, Person who, Volunteering offer) {
    return offer.group().equals(group)
        && !who.optedOut()
        && !who.membership().withoutBulletins()
        && offer.availableAt(draft.now());
  }

  private Outgoing letter(Draft draft, String group, Office.Bulletin bulletin, Person who) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", draft.cell().group(group).map(Group::name).orElse(group));
    values.put("text", bulletin.text());
    String id = Derived.id(new InboundId("bulletin/" + bulletin.id()), who.id().value());
    return new Outgoing.ToPerson(
        new OutgoingId(id),
        who.id(),
        wording.in(who.language()).say("members.bulletin", values),
        HOLD,
        false,
        null,
        Set.of(who.id()));
  }

  private void tell(Draft draft, Lead lead, String id, Map<String, String> values) {
    Wording theirs = wording.to(draft, lead.person().id());
    draft.tell(lead.person().id(), theirs.say("members." + id, values), HOLD);
  }
}
