package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ClaimAttempt;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.Channel;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/** A decision while it is being written. Nothing leaves it until it is settled. */
final class Draft extends Overlay {

  private final Inbound cause;
  private final Map<RequestId, ClaimOutcome> outcomes;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Outgoing> says = new ArrayList<>();
  private final List<Outgoing> asksLast = new ArrayList<>();
  private final List<Ring> rings = new ArrayList<>();
  private final Map<String, Alarm.Set> alarms = new LinkedHashMap<>();
  private final Set<String> silenced = new LinkedHashSet<>();
  private final Set<String> unsaid = new LinkedHashSet<>();
  private final Set<ClaimAttempt> contested = new LinkedHashSet<>();
  private final Map<PersonId, List<Consent>> agreed = new LinkedHashMap<>();

  Draft(Dossier dossier, Inbound cause, Instant now, Map<RequestId, ClaimOutcome> outcomes) {
    super(dossier, now);
    this.cause = cause;
    this.outcomes = outcomes;
  }

  Inbound cause() {
    return cause;
  }

  // ---- what becomes true

  /** They have said whether they agree, or left. */
  void invitationOver() {
    Dossier.Invited invited = dossier().invited();
    if (invited != null) changes.put(INVITED, new Change.InvitationOver(invited.under()));
  }

  void put(Person person) {
    changes.put("person/" + person.id(), new Change.PersonIs(person));
  }

  void put(HelpRequest request) {
    changes.put("request/" + request.id(), new Change.RequestIs(request));
  }

  void put(Arrangement arrangement) {
    changes.put("arrangement/" + arrangement.id(), new Change.ArrangementIs(arrangement));
  }

  void end(Arrangement arrangement) {
    changes.put("arrangement/" + arrangement.id(), new Change.ArrangementGone(arrangement.id()));
    silence(Alarm.Occasion.keyOf(arrangement.id()));
  }

  void put(Thing thing) {
    changes.put("thing/" + thing.id(), new Change.ThingIs(thing));
  }

  void end(Thing thing) {
    changes.put("thing/" + thing.id(), new Change.ThingGone(thing));
    silence(Alarm.ThingOver.keyOf(thing.id()));
  }

  /** One that is over is kept for so long, and no longer. */
  void put(Case theCase) {
    changes.put("case/" + theCase.id(), new Change.CaseIs(theCase));
    if (theCase instanceof Case.Closed) {
      wake(new Alarm.CaseExpired(theCase.id()), now().plus(cell().privacy().keepCasesFor()));
    }
  }

  void put(Expenses expenses) {
    changes.put(key(expenses), new Change.ExpensesAre(expenses));
  }

  void put(Office office) {
    changes.put("office", new Change.OfficeIs(office));
  }

  void put(Duty duty) {
    changes.put("duty", new Change.DutyIs(duty));
  }

  void converse(PersonId person, @Nullable Conversation conversation) {
    changes.put(
        "conversation/" + person,
        conversation == null
            ? new Change.ConversationOver(person)
            : new Change.ConversationIs(person, conversation));
  }

  /** Whoever is in the middle of something stays there, also where that is not known here. */
  void ask(PersonId person, Conversation question) {
    if (!knowsConversation(person)) {
      changes.put("conversation/" + person, new Change.QuestionIs(person, question));
      return;
    }
    Conversation open = conversation(person);
    if (open == null || Unbidden.waits(open)) converse(person, question);
  }

  /** An alarm ends a thought; with the thought its alarm goes. */
  void think(PersonId person, @Nullable Thought thought) {
    if (thought != null) {
      changes.put("thought/" + person, new Change.ThoughtIs(person, thought));
      wake(new Alarm.SaidAll(person, thought.due()), thought.due());
    } else if (thought(person) != null) {
      changes.put("thought/" + person, new Change.ThoughtOver(person));
      silence(new Alarm.SaidAll(person, now()).key());
    }
  }

  /** Noted with all else; see {@link Consents}. */
  void agreed(PersonId who, Consent consent) {
    agreed.computeIfAbsent(who, id -> new ArrayList<>()).add(consent);
  }

  Map<PersonId, List<Consent>> agreed() {
    return agreed;
  }

  void change(String key, Change change) {
    changes.put(key, change);
  }

  void fact(Fact fact) {
    facts.add(fact);
  }

  // ---- what is said

  OutgoingId nextId() {
    return new OutgoingId(Derived.id(cause.id(), "say" + says.size()));
  }

  /** All to whom something is said so far. */
  Set<PersonId> told() {
    return says.stream()
        .flatMap(o -> o instanceof Outgoing.ToPerson to ? Stream.of(to.to()) : Stream.of())
        .collect(Collectors.toSet());
  }

  /** How much is said so far. */
  int saying() {
    return says.size();
  }

  /** Whether that post is new with this. */
  boolean posts(String anchor) {
    return says.stream().anyMatch(o -> o instanceof Outgoing.Post p && p.anchor().equals(anchor));
  }

  void say(Outgoing outgoing) {
    says.add(outgoing);
  }

  /** Whether a text whose id begins so is said to them. */
  boolean says(PersonId to, String begins) {
    return says.stream()
        .anyMatch(
            o ->
                o instanceof Outgoing.ToPerson p
                    && p.to().equals(to)
                    && p.utterance().id().startsWith(begins));
  }

  /** One more line below the first thing that is said to them; false where nothing is. */
  boolean addTo(PersonId to, String line) {
    return addTo(says, to, line) || addTo(asksLast, to, line);
  }

  private static boolean addTo(List<Outgoing> all, PersonId to, String line) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Outgoing.ToPerson p && p.to().equals(to)) {
        all.set(i, p.adding(line));
        return true;
      }
    }
    return false;
  }

  /** What would be said after this is not true this time. */
  void leaveUnsaid(String id) {
    unsaid.add(id);
  }

  /** To a person, unless they said STOP; about them and whoever else is named. */
  void tell(
      PersonId to, Utterance utterance, Outgoing.ToPerson.WhenClosed closed, PersonId... about) {
    tell(to, utterance, closed, false, null, about);
  }

  void tell(
      PersonId to,
      Utterance utterance,
      Outgoing.ToPerson.WhenClosed closed,
      boolean urgent,
      @Nullable Origin origin,
      PersonId... about) {
    if (unsaid.contains(utterance.id())) return;
    Set<PersonId> all = new LinkedHashSet<>(List.of(about));
    all.add(to);
    if (isRung(to)) {
      if (closed != Outgoing.ToPerson.WhenClosed.DROP) rings.add(new Ring(to, utterance, all));
      return;
    }
    Outgoing.ToPerson letter =
        new Outgoing.ToPerson(nextId(), to, utterance, closed, urgent, origin, Set.copyOf(all));
    if (letter.evenIfStopped() || person(to).map(p -> !p.optedOut()).orElse(true)) say(letter);
  }

  /** Nothing is ever written to them: whoever referred them is told what to say. */
  private boolean isRung(PersonId to) {
    return person(to).filter(p -> p.address().channel() == Channel.PHONE).isPresent();
  }

  /** What somebody who is only rung has to be told. */
  List<Ring> rings() {
    return List.copyOf(rings);
  }

  /**
   * Words for somebody who is only rung.
   *
   * @param about whose personal data they hold
   */
  record Ring(PersonId to, Utterance said, Set<PersonId> about) {
    Ring {
      about = Set.copyOf(about);
    }
  }

  /** A question after all else that is said, so that what may be tapped is what one sees. */
  void askLast(PersonId to, Utterance question, Outgoing.ToPerson.WhenClosed closed) {
    if (isRung(to)) {
      rings.add(new Ring(to, question, Set.of(to)));
      return;
    }
    OutgoingId id = new OutgoingId(Derived.id(cause.id(), "ask" + asksLast.size()));
    if (person(to).map(p -> !p.optedOut()).orElse(true)) {
      asksLast.add(new Outgoing.ToPerson(id, to, question, closed, false, null, Set.of(to)));
    }
  }

  /** To whoever pressed a button, seen by nobody else. */
  void whisper(Inbound.Pressed pressed, String text) {
    say(
        new Outgoing.Whisper(
            nextId(), pressed.on().channel(), pressed.sender().address().value(), text));
  }

  // ---- what is to be woken for

  void wake(Alarm alarm, Instant at) {
    silenced.remove(alarm.key());
    alarms.put(alarm.key(), new Alarm.Set(alarm, at));
  }

  void silence(String key) {
    alarms.remove(key);
    silenced.add(key);
  }

  // ---- who comes first

  /** The outcome of the claim, or empty on the first pass, when it has yet to be attempted. */
  Optional<ClaimOutcome> claim(ClaimAttempt attempt) {
    ClaimOutcome outcome = outcomes.get(attempt.request());
    if (outcome == null) contested.add(attempt);
    return Optional.ofNullable(outcome);
  }

  Decision decision() {
    return contested.isEmpty() ? settled() : new Decision.Contested(List.copyOf(contested));
  }

  Decision.Settled settled() {
    return new Decision.Settled(
        List.copyOf(changes.values()),
        facts,
        Stream.concat(says.stream(), asksLast.stream()).toList(),
        List.copyOf(alarms.values()),
        silenced);
  }
}
