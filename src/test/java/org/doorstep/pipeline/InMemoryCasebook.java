package org.doorstep.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Duty;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@NullUnmarked
record InMemoryCasebook(InMemoryPorts all) implements Casebook {

  @Override
  public Mono<Dossier> open(Cell cell, Holding holding, Inbox.Entry entry, Instant now) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(cell.id());
          synchronized (in) {
            return in.done.getOrDefault(entry.inbound().id(), false)
                ? null
                : dossier(in, cell, entry, now);
          }
        });
  }

  private static Dossier dossier(InMemoryCell in, Cell cell, Inbox.Entry entry, Instant now) {
    Refers refers = Refers.of(entry.inbound());
    String anchor = refers.thread() == null ? null : in.threads.get(refers.thread());
    if (anchor != null) {
      refers = refers.and(Refers.ofAnchor(anchor));
    }
    Dossier.Sent sent = sent(in, refers.sent(), entry.inbound());
    Set<PersonId> subjects = new LinkedHashSet<>(refers.people());
    if (entry.speaker() != null) subjects.add(entry.speaker());
    if (sent != null && sent.to() != null) subjects.add(sent.to());

    Map<String, Case> cases = new LinkedHashMap<>();
    Map<String, HelpRequest> requests = new LinkedHashMap<>();
    for (Case each : in.all(Case.class)) {
      boolean named = refers.cases().contains(each.id());
      if (named
          || (each.isOpen() && subjects.contains(each.person()))
          || (each instanceof Case.Waiting && mayBeCalled(in, cell, entry.speaker()))) {
        cases.put(each.id().value(), each);
      }
    }
    for (HelpRequest each : in.all(HelpRequest.class)) {
      boolean linked =
          each instanceof HelpRequest.Closed
              ? each.parties().stream().anyMatch(subjects::contains)
              : each.involved().stream().anyMatch(subjects::contains);
      boolean named =
          refers.requests().contains(each.id())
              || cases.values().stream().anyMatch(c -> each.id().equals(c.matter().request()));
      if (linked || named) requests.put(each.id().value(), each);
    }
    List<HelpRequest> parts = List.copyOf(requests.values());
    for (HelpRequest each : in.all(HelpRequest.class)) {
      boolean part = parts.stream().anyMatch(r -> r.particulars().partOfTheSame(each.id()));
      if (part) requests.put(each.id().value(), each);
    }
    Map<String, Arrangement> arrangements = new HashMap<>();
    for (Arrangement each : in.all(Arrangement.class)) {
      boolean linked = each.parties().stream().anyMatch(subjects::contains);
      boolean named =
          refers.arrangements().contains(each.id())
              || requests.values().stream()
                  .anyMatch(r -> each.id().equals(r.particulars().arrangement()));
      if (linked || named) arrangements.put(each.id().value(), each);
    }
    List<Thing> things =
        in.all(Thing.class).stream()
            .filter(t -> t.parties().stream().anyMatch(subjects::contains))
            .toList();
    Map<String, Long> versions = new HashMap<>();
    things.forEach(t -> versions.put("thing/" + t.id(), in.revisionOf("thing/" + t.id())));
    refers
        .arrangements()
        .forEach(a -> versions.put("arrangement/" + a, in.revisionOf("arrangement/" + a)));
    arrangements
        .keySet()
        .forEach(a -> versions.put("arrangement/" + a, in.revisionOf("arrangement/" + a)));
    refers.requests().forEach(r -> versions.put("request/" + r, in.revisionOf("request/" + r)));
    refers.cases().forEach(c -> versions.put("case/" + c, in.revisionOf("case/" + c)));
    requests.keySet().forEach(r -> versions.put("request/" + r, in.revisionOf("request/" + r)));
    cases.keySet().forEach(c -> versions.put("case/" + c, in.revisionOf("case/" + c)));

    Set<PersonId> named = new LinkedHashSet<>(subjects);
    cases.values().forEach(c -> named.add(c.person()));
    requests.values().forEach(r -> named.addAll(r.parties()));
    arrangements.values().forEach(a -> named.addAll(a.parties()));
    things.forEach(t -> named.addAll(t.parties()));
    Map<PersonId, Person> people = new HashMap<>();
    for (PersonId id : named) {
      versions.put("person/" + id, in.revisionOf("person/" + id));
      Person person = in.record(Person.class, "person/" + id);
      if (person != null && !id.equals(entry.speaker())) people.put(id, person);
    }
    PersonId talking =
        entry.speaker() != null
            ? entry.speaker()
            : refers.people().stream().findFirst().orElse(null);
    for (String of : List.of("talk/", "thought/")) {
      if (talking != null) versions.put(of + talking, in.revisionOf(of + talking));
    }
    var held = in.held.getOrDefault(entry.speaker(), List.of());
    versions.put("held", (long) held.size());
    versions.put("duty", in.revisionOf("duty"));
    Duty duty = in.record(Duty.class, "duty");
    return new Dossier(
        cell,
        sender(in, entry, now),
        talking == null ? null : in.record(Conversation.class, "talk/" + talking),
        talking == null ? null : in.record(Thought.class, "thought/" + talking),
        sorted(requests.values(), Comparator.comparing(r -> r.particulars().openedAt())),
        sorted(arrangements.values(), Comparator.comparing(a -> a.id().value())),
        sorted(things, Comparator.comparing(Thing::offeredAt)),
        sorted(cases.values(), Comparator.comparing(c -> c.matter().openedAt())),
        people,
        held,
        invited(in, entry.speaker()),
        sent,
        Answers.NONE,
        anchor,
        versions,
        duty == null ? Duty.EVERYBODY : duty);
  }

  private static boolean mayBeCalled(InMemoryCell in, Cell cell, @Nullable PersonId speaker) {
    return cell.safeguarding()
        .called()
        .filter(c -> c.number() != null)
        .anyMatch(c -> Objects.equals(in.names.get(Address.sms(c.number()).identity()), speaker));
  }

  private static Dossier.@Nullable Invited invited(InMemoryCell in, @Nullable PersonId person) {
    Invitation invitation = person == null ? null : in.invited.get(person);
    return invitation == null ? null : new Dossier.Invited(person, invitation);
  }

  private static <T> List<T> sorted(java.util.Collection<T> all, Comparator<T> by) {
    List<T> sorted = new ArrayList<>(all);
    sorted.sort(by);
    return sorted;
  }

  private static Dossier.@Nullable Sent sent(
      InMemoryCell in, @Nullable OutgoingId id, Inbound inbound) {
    boolean closed =
        inbound instanceof Inbound.Reported report && "63016".equals(report.errorCode());
    InMemoryCell.Sending sending = id == null ? null : in.sendings.get(id);
    return sending == null
        ? null
        : new Dossier.Sent(
            id, sending.to(), sending.origin(), sending.best(), closed ? in.tried.get(id) : null);
  }

  private static @Nullable Person sender(InMemoryCell in, Inbox.Entry entry, Instant now) {
    if (entry.speaker() == null) return null;
    Person known = in.record(Person.class, "person/" + entry.speaker());
    if (known != null) return known;
    Address address =
        switch (entry.inbound()) {
          case Inbound.Said i -> i.sender().address();
          case Inbound.Reworded i -> i.sender().address();
          case Inbound.HomeOpened i -> i.sender().address();
          case Inbound.Left i -> i.sender().address();
          case Inbound.CellEdited i -> null;
          case Inbound.SlackTold i -> null;
          case Inbound.HandedIn i -> i.sender().address();
          case Inbound.Pressed i -> i.sender().address();
          case Inbound.InThread i -> i.sender().address();
          case Inbound.Amended i -> i.sender().address();
          case Inbound.Reported i -> null;
          case Inbound.Unposted i -> null;
          case Inbound.Rang i -> null;
        };
    return address == null ? null : Person.firstSeen(entry.speaker(), address, "en", now);
  }

  @Override
  public Mono<Outcome> commit(
      Holding holding, Inbox.Entry entry, Dossier dossier, Decision.Settled decision, Instant now) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            return new InMemoryCommit(in, entry, dossier, decision, now).run();
          }
        });
  }
}
