package org.doorstep.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Duty;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Inbox;
import org.doorstep.pipeline.Refers;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Collects a dossier in a few rounds of reads. They need not be one instant: every revision that
 * was read is checked by the commit.
 */
final class Opening {

  private final Lines lines;
  private final KeyCabinet cabinet;
  private final Records records;
  private final Links links;
  private final SentLog sentLog;
  private final HeldTexts heldTexts;
  private final TriedLetters triedLetters;
  private final RedisInvitees invitees;

  Opening(Lines lines, KeyCabinet cabinet, RedisInvitees invitees) {
    this.lines = lines;
    this.cabinet = cabinet;
    this.records = new Records(lines);
    this.links = new Links(lines);
    this.sentLog = new SentLog(lines);
    this.heldTexts = new HeldTexts(lines);
    this.triedLetters = new TriedLetters(lines);
    this.invitees = invitees;
  }

  Mono<Dossier> open(Cell cell, Inbox.Entry entry, Instant now) {
    Keys keys = new Keys(cell.id());
    return lines
        .shared()
        .get(keys.cause(entry.inbound().id()))
        .map(Utf8::text)
        .defaultIfEmpty("in")
        .filter(mark -> !mark.equals("done") && !mark.equals("parked"))
        .flatMap(mark -> start(cell.id(), entry))
        .flatMap(start -> follow(cell.id(), start))
        .flatMap(found -> unseal(cell, entry, now, found));
  }

  /** What the inbound names, completed by what its thread and its message of ours lead to. */
  private record Start(
      @Nullable PersonId sender,
      Refers refers,
      @Nullable String anchor,
      Dossier.@Nullable Sent sent,
      List<TriedLetters.Tried> tried,
      Set<PersonId> subjects) {}

  private Mono<Start> start(CellId cell, Inbox.Entry entry) {
    Refers refers = Refers.of(entry.inbound());
    Mono<String> anchored =
        refers.thread() == null
            ? Mono.just("")
            : lines
                .shared()
                .get(new Keys(cell).thread(refers.thread()))
                .map(Utf8::text)
                .defaultIfEmpty("");
    Mono<List<Dossier.Sent>> sent =
        refers.sent() == null
            ? Mono.just(List.of())
            : sentLog.read(cell, refers.sent()).map(List::of).defaultIfEmpty(List.of());
    Mono<List<TriedLetters.Tried>> tried =
        triedLetters.behind(cell, entry.inbound()).map(List::of).defaultIfEmpty(List.of());
    return Mono.zip(anchored, sent, tried)
        .map(
            both -> {
              Dossier.Sent message = both.getT2().isEmpty() ? null : both.getT2().getFirst();
              Refers all = refers.and(Refers.ofAnchor(both.getT1()));
              Set<PersonId> subjects = new LinkedHashSet<>(all.people());
              PersonId speaker = entry.speaker();
              if (speaker != null) subjects.add(speaker);
              if (message != null && message.to() != null) subjects.add(message.to());
              String anchor = both.getT1().isEmpty() ? null : both.getT1();
              return new Start(speaker, all, anchor, message, both.getT3(), subjects);
            });
  }

  /** All that was read, still sealed. */
  private record Found(
      Start start,
      Map<RecordRef, Records.Sealed> records,
      List<HeldTexts.Kept> held,
      Optional<Dossier.Invited> invited) {}

  private Mono<Found> follow(CellId cell, Start start) {
    Mono<Set<RecordRef>> named =
        Flux.fromIterable(start.subjects())
            .flatMapSequential(person -> links.of(cell, person))
            .filter(link -> link.kind() != Links.Link.Kind.CLOSED)
            .map(Links.Link::record)
            .collectList()
            .map(linked -> named(start, linked));
    Mono<List<HeldTexts.Kept>> held =
        start.sender() == null ? Mono.just(List.of()) : heldTexts.read(cell, start.sender());
    return Mono.zip(named, held, invited(cell, start.sender()))
        .flatMap(
            both ->
                records
                    .read(cell, both.getT1())
                    .flatMap(first -> more(cell, first, about(first)))
                    .flatMap(second -> more(cell, second, about(second)))
                    .flatMap(third -> more(cell, third, peopleOf(third)))
                    .map(all -> new Found(start, all, both.getT2(), both.getT3())));
  }

  private Mono<Optional<Dossier.Invited>> invited(CellId cell, @Nullable PersonId sender) {
    return sender == null
        ? Mono.just(Optional.empty())
        : invitees.of(cell, sender).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private static Set<RecordRef> named(Start start, List<RecordRef> linked) {
    Set<RecordRef> refs = new LinkedHashSet<>(linked);
    refs.add(RecordRef.duty());
    start.refers().requests().forEach(id -> refs.add(RecordRef.request(id)));
    start.refers().arrangements().forEach(id -> refs.add(RecordRef.arrangement(id)));
    start.refers().cases().forEach(id -> refs.add(RecordRef.caseOf(id)));
    start.subjects().forEach(id -> refs.add(RecordRef.person(id)));
    PersonId talking = talking(start);
    if (talking != null) {
      refs.add(RecordRef.talk(talking));
      refs.add(RecordRef.thought(talking));
    }
    return refs;
  }

  private static @Nullable PersonId talking(Start start) {
    if (start.sender() != null) return start.sender();
    return start.refers().people().stream().findFirst().orElse(null);
  }

  private Mono<Map<RecordRef, Records.Sealed>> more(
      CellId cell, Map<RecordRef, Records.Sealed> have, Collection<RecordRef> wanted) {
    List<RecordRef> missing =
        wanted.stream().filter(ref -> !have.containsKey(ref)).distinct().toList();
    if (missing.isEmpty()) return Mono.just(have);
    return records
        .read(cell, missing)
        .map(
            added -> {
              Map<RecordRef, Records.Sealed> all = new LinkedHashMap<>(have);
              all.putAll(added);
              return all;
            });
  }

  private static List<RecordRef> about(Map<RecordRef, Records.Sealed> have) {
    return have.values().stream().flatMap(r -> r.about().stream()).toList();
  }

  private static List<RecordRef> peopleOf(Map<RecordRef, Records.Sealed> have) {
    return have.values().stream().flatMap(r -> r.people().stream()).map(RecordRef::person).toList();
  }

  private Mono<Dossier> unseal(Cell cell, Inbox.Entry entry, Instant now, Found found) {
    Set<String> owners = new LinkedHashSet<>();
    found.records().values().forEach(r -> owners.addAll(r.owners()));
    found.held().forEach(kept -> owners.addAll(kept.owners()));
    found.start().tried().forEach(tried -> owners.addAll(tried.owners()));
    return cabinet.ring(cell.id(), owners).map(ring -> dossier(cell, entry, now, found, ring));
  }

  private static Dossier dossier(
      Cell cell, Inbox.Entry entry, Instant now, Found found, KeyRing ring) {
    Map<String, Long> versions = new HashMap<>();
    Map<PersonId, Person> people = new HashMap<>();
    List<HelpRequest> requests = new ArrayList<>();
    List<Arrangement> arrangements = new ArrayList<>();
    List<Thing> things = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    Conversation conversation = null;
    Thought thought = null;
    Duty duty = null;
    for (Map.Entry<RecordRef, Records.Sealed> each : found.records().entrySet()) {
      RecordRef ref = each.getKey();
      Records.Sealed kept = each.getValue();
      versions.put(ref.toString(), kept.revision());
      switch (ref.kind()) {
        case PERSON -> addTo(people, kept.open(Person.class, ref, ring));
        case TALK -> conversation = kept.open(Conversation.class, ref, ring);
        case THOUGHT -> thought = kept.open(Thought.class, ref, ring);
        case REQUEST -> addTo(requests, kept.open(HelpRequest.class, ref, ring));
        case ARRANGEMENT -> addTo(arrangements, kept.open(Arrangement.class, ref, ring));
        case THING -> addTo(things, kept.open(Thing.class, ref, ring));
        case CASE -> addTo(cases, kept.open(Case.class, ref, ring));
        case DUTY -> duty = kept.open(Duty.class, ref, ring);
        case OFFICE, EXPENSES, PAPER -> {
          // looked up where it is asked for
        }
      }
    }
    requests.sort(Comparator.comparing(r -> r.particulars().openedAt()));
    arrangements.sort(Comparator.comparing(a -> a.id().value()));
    things.sort(Comparator.comparing(Thing::offeredAt).thenComparing(t -> t.id().value()));
    cases.sort(Comparator.comparing(c -> c.matter().openedAt()));
    Person sender = sender(cell, entry, people, now);
    List<Dossier.Held> held = new ArrayList<>();
    if (sender != null) {
      versions.put(HeldTexts.countOf(sender.id()), (long) found.held().size());
      found.held().forEach(kept -> addTo(held, kept.open(sender.id(), ring)));
      people.remove(sender.id());
    }
    return new Dossier(
        cell,
        sender,
        conversation,
        thought,
        requests,
        arrangements,
        things,
        cases,
        people,
        held,
        found.invited().orElse(null),
        again(found.start(), ring),
        Answers.NONE,
        found.start().anchor(),
        versions,
        duty == null ? Duty.EVERYBODY : duty);
  }

  private static Dossier.@Nullable Sent again(Start start, KeyRing ring) {
    Dossier.Sent sent = start.sent();
    if (sent == null || start.tried().isEmpty()) return sent;
    Dossier.Tried again = start.tried().getFirst().open(ring);
    return new Dossier.Sent(sent.id(), sent.to(), sent.origin(), sent.best(), again);
  }

  private static @Nullable Person sender(
      Cell cell, Inbox.Entry entry, Map<PersonId, Person> people, Instant now) {
    PersonId id = entry.speaker();
    if (id == null) return null;
    Person known = people.get(id);
    if (known != null) return known;
    Address address = addressOf(entry.inbound());
    return address == null ? null : Person.firstSeen(id, address, cell.language(), now);
  }

  private static @Nullable Address addressOf(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Said i -> i.sender().address();
      case Inbound.Reworded i -> i.sender().address();
      case Inbound.HomeOpened i -> i.sender().address();
      case Inbound.HandedIn i -> i.sender().address();
      case Inbound.Pressed i -> i.sender().address();
      case Inbound.InThread i -> i.sender().address();
      case Inbound.Amended i -> i.sender().address();
      case Inbound.Left i -> i.sender().address();
      case Inbound.Reported i -> null;
      case Inbound.Unposted i -> null;
      case Inbound.CellEdited i -> null;
      case Inbound.SlackTold i -> null;
      case Inbound.Rang i -> null;
    };
  }

  private static void addTo(Map<PersonId, Person> people, @Nullable Person person) {
    if (person != null) people.put(person.id(), person);
  }

  private static <T> void addTo(List<T> all, @Nullable T one) {
    if (one != null) all.add(one);
  }
}
