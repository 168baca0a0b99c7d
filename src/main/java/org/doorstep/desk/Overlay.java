package org.doorstep.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.help.Ageing;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.help.Timetable;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.Nullable;

/** What is known while a decision is being written: the dossier, and what was decided so far. */
class Overlay {

  static final String INVITED = "invited";

  /** What becomes true, by what it is of. */
  final Map<String, Change> changes = new LinkedHashMap<>();

  private final Dossier dossier;
  private final Instant now;

  Overlay(Dossier dossier, Instant now) {
    this.dossier = dossier;
    this.now = now;
  }

  Cell cell() {
    return dossier.cell();
  }

  Dossier dossier() {
    return dossier;
  }

  Instant now() {
    return now;
  }

  Ageing ageing() {
    return new Ageing(cell().rules(), cell().zone());
  }

  Timetable timetable() {
    return new Timetable(cell().rules(), cell().zone());
  }

  @Nullable Instant deadline(HelpRequest request) {
    return request.particulars().when().deadline(cell().zone()).orElse(null);
  }

  Optional<Person> person(PersonId id) {
    Change change = changes.get("person/" + id);
    if (change instanceof Change.PersonIs is) return Optional.of(is.person());
    return change instanceof Change.PersonGone ? Optional.empty() : dossier.person(id);
  }

  List<HelpRequest> requests() {
    return dossier.requests().stream().map(this::current).toList();
  }

  Optional<HelpRequest> request(String id) {
    return dossier.request(id).map(this::current);
  }

  private HelpRequest current(HelpRequest r) {
    return changes.get("request/" + r.id()) instanceof Change.RequestIs is ? is.request() : r;
  }

  /** As they will be, of those that change. */
  List<HelpRequest> changedRequests() {
    return changes.values().stream()
        .flatMap(c -> c instanceof Change.RequestIs is ? Stream.of(is.request()) : Stream.of())
        .toList();
  }

  /** As they were, of those of which nothing is kept any more. */
  List<HelpRequest> gone() {
    return changes.values().stream()
        .flatMap(
            c ->
                c instanceof Change.RequestGone(RequestId id)
                    ? dossier.request(id.value()).stream()
                    : Stream.of())
        .toList();
  }

  boolean isForgotten(PersonId id) {
    return changes.get("person/" + id) instanceof Change.PersonGone;
  }

  /** Those that this decision opens. */
  List<HelpRequest> openedNow() {
    return changes.values().stream()
        .flatMap(c -> c instanceof Change.RequestIs is ? Stream.of(is.request()) : Stream.of())
        .filter(r -> dossier.request(r.id().value()).isEmpty())
        .toList();
  }

  /** Those that run. */
  List<Arrangement> arrangements() {
    Map<ArrangementId, Arrangement> all = new LinkedHashMap<>();
    dossier.arrangements().forEach(a -> all.put(a.id(), a));
    for (Change change : changes.values()) {
      if (change instanceof Change.ArrangementIs(Arrangement now)) all.put(now.id(), now);
      if (change instanceof Change.ArrangementGone(ArrangementId id)) all.remove(id);
    }
    return List.copyOf(all.values());
  }

  Optional<Arrangement> arrangement(String id) {
    return arrangements().stream().filter(a -> a.id().value().equals(id)).findFirst();
  }

  /** Of which a request is one time. */
  Optional<Arrangement> arrangementOf(HelpRequest request) {
    return arrangements().stream().filter(a -> a.has(request)).findFirst();
  }

  /** Those on offer or lent, as far as they are known. */
  List<Thing> things() {
    Map<ThingId, Thing> all = new LinkedHashMap<>();
    dossier.things().forEach(t -> all.put(t.id(), t));
    for (Change change : changes.values()) {
      if (change instanceof Change.ThingIs(Thing now)) all.put(now.id(), now);
      if (change instanceof Change.ThingGone(Thing last)) all.remove(last.id());
    }
    return List.copyOf(all.values());
  }

  List<Case> cases() {
    return Stream.concat(dossier.cases().stream().map(this::current), opened()).toList();
  }

  /** Whether it changes what those who look at cases see of them, or who is on duty. */
  boolean changesCases() {
    return changes.values().stream()
        .anyMatch(c -> c instanceof Change.CaseIs || c instanceof Change.DutyIs);
  }

  private Case current(Case c) {
    return changes.get("case/" + c.id()) instanceof Change.CaseIs is ? is.theCase() : c;
  }

  private Stream<Case> opened() {
    return changes.values().stream()
        .flatMap(c -> c instanceof Change.CaseIs is ? Stream.of(is.theCase()) : Stream.of())
        .filter(c -> dossier.caseWith(c.id().value()).isEmpty());
  }

  /** As far as it was looked up. */
  Office office() {
    if (changes.get("office") instanceof Change.OfficeIs is) return is.office();
    Office known = dossier.answers().office();
    return known == null ? Office.EMPTY : known;
  }

  /** Who is off duty. */
  Duty duty() {
    return changes.get("duty") instanceof Change.DutyIs is ? is.duty() : dossier.duty();
  }

  /** As far as it was looked up. */
  List<Expenses> expenses() {
    return dossier.answers().expenses().stream()
        .map(e -> changes.get(key(e)) instanceof Change.ExpensesAre are ? are.expenses() : e)
        .toList();
  }

  static String key(Expenses expenses) {
    return "expenses/" + expenses.group() + "/" + expenses.month();
  }

  @Nullable Conversation conversation(Person person) {
    return conversation(person.id());
  }

  @Nullable Conversation conversation(PersonId person) {
    Change change = changes.get("conversation/" + person);
    if (change instanceof Change.ConversationIs is) return is.conversation();
    if (change instanceof Change.ConversationOver) return null;
    return isSender(person) ? dossier.conversation() : null;
  }

  /** Of everybody but the sender it is unknown what they are in the middle of. */
  boolean knowsConversation(PersonId person) {
    Change change = changes.get("conversation/" + person);
    return isSender(person)
        || change instanceof Change.ConversationIs
        || change instanceof Change.ConversationOver;
  }

  private boolean isSender(PersonId person) {
    Person sender = dossier.sender();
    return sender != null && sender.id().equals(person);
  }

  /** What they have begun to say. */
  @Nullable Thought thought(PersonId person) {
    Change change = changes.get("thought/" + person);
    if (change instanceof Change.ThoughtIs is) return is.thought();
    if (change instanceof Change.ThoughtOver) return null;
    return isSender(person) ? dossier.thought() : null;
  }

  /** What a list says of the sender, until they have said whether they agree. */
  @Nullable Invitation invitation() {
    Dossier.Invited invited = dossier.invited();
    return invited == null || changes.containsKey(INVITED) ? null : invited.invitation();
  }
}
