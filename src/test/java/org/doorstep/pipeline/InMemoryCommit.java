package org.doorstep.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.Unbidden;
import org.doorstep.figures.Count;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Candidate;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.RequestId;
import org.doorstep.help.Tally;
import org.doorstep.help.Thing;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.NullUnmarked;

/** Writes one decision into a cell, or nothing. */
@NullUnmarked
record InMemoryCommit(
    InMemoryCell in, Inbox.Entry entry, Dossier dossier, Decision.Settled decision, Instant now) {

  Casebook.Outcome run() {
    if (in.done.getOrDefault(entry.inbound().id(), false)) return Casebook.Outcome.DONE;
    if (stale()) return Casebook.Outcome.STALE;
    in.revision++;
    decision.changes().forEach(this::write);
    decision.says().forEach(this::say);
    decision.changes().forEach(this::forget);
    in.facts.addAll(decision.facts());
    decision.silenced().forEach(in.alarms::remove);
    for (Alarm.Set set : decision.alarms()) {
      if (set.alarm().stays()) in.alarms.putIfAbsent(set.alarm().key(), set);
      else in.alarms.put(set.alarm().key(), set);
    }
    delivery();
    in.done.put(entry.inbound().id(), true);
    in.inbox.remove(entry.position());
    return Casebook.Outcome.DONE;
  }

  private boolean stale() {
    for (Map.Entry<String, Long> each : dossier.versions().entrySet()) {
      if (!each.getKey().equals("held") && in.revisionOf(each.getKey()) != each.getValue()) {
        return true;
      }
    }
    return decision.changes().stream().anyMatch(this::stale);
  }

  private boolean stale(Change change) {
    if (change instanceof Change.PersonIs c
        && !dossier.versions().containsKey("person/" + c.person().id())) {
      Person then =
          dossier.answers().volunteers().stream()
              .map(Candidate::person)
              .filter(p -> p.id().equals(c.person().id()))
              .findFirst()
              .orElse(null);
      return !Objects.equals(then, in.record(Person.class, "person/" + c.person().id()));
    }
    if (change instanceof Change.RequestIs c
        && c.request() instanceof HelpRequest.Claimed claimed) {
      InMemoryCell.Board board = in.boards.get(claimed.id());
      return board != null
          && board.round() == claimed.search().round()
          && board.holder() != null
          && !board.holder().equals(claimed.holder());
    }
    return false;
  }

  private void write(Change change) {
    switch (change) {
      case Change.PersonIs c -> put("person/" + c.person().id(), c.person());
      case Change.ConversationIs c -> put("talk/" + c.person(), c.conversation());
      case Change.QuestionIs c -> {
        Conversation open = in.record(Conversation.class, "talk/" + c.person());
        if (open == null || Unbidden.waits(open)) put("talk/" + c.person(), c.question());
      }
      case Change.ConversationOver c -> in.records.remove("talk/" + c.person());
      case Change.ThoughtIs c -> put("thought/" + c.person(), c.thought());
      case Change.ThoughtOver c -> in.records.remove("thought/" + c.person());
      case Change.RequestIs c -> {
        put("request/" + c.request().id(), c.request());
        board(c.request());
      }
      case Change.RequestGone c -> gone(c.request());
      case Change.ArrangementIs c -> put("arrangement/" + c.arrangement().id(), c.arrangement());
      case Change.ArrangementGone c -> in.records.remove("arrangement/" + c.arrangement());
      case Change.ThingIs c -> put("thing/" + c.thing().id(), c.thing());
      case Change.ThingGone c -> in.records.remove("thing/" + c.last().id());
      case Change.CaseIs c -> put("case/" + c.theCase().id(), c.theCase());
      case Change.CaseGone c -> in.records.remove("case/" + c.last().id());
      case Change.PaperIs c -> put("paper/" + c.person(), c.paper());
      case Change.PersonGone c -> {}
      case Change.Audited c -> in.audits.add(c.entry());
      case Change.OfficeIs c -> put("office", c.office());
      case Change.DutyIs c -> put("duty", c.duty());
      case Change.ExpensesAre c ->
          put("expenses/" + c.expenses().group() + "/" + c.expenses().month(), c.expenses());
      case Change.Waited c -> {
        var all = in.waits.computeIfAbsent(c.group(), g -> new java.util.ArrayList<>());
        all.add(c.time());
        all.subList(0, Math.max(0, all.size() - Change.Waited.REMEMBERED)).clear();
      }
      case Change.Counted c -> {
        Count count = c.count();
        String once = c.of() + "/" + count.what().once();
        if (c.of() == null || in.counted.add(once)) {
          Count one = new Count(count.day(), count.spot(), count.what(), 1);
          in.counts.merge(one, count.by(), Integer::sum);
        }
      }
      case Change.VolunteersAsked c -> c.people().forEach(this::asked);
      case Change.VolunteerHelped c -> {
        Tally was = in.tally(c.person());
        in.tallies.put(c.person(), new Tally(was.asked(), minute(), 0));
      }
      case Change.ServiceDoubted c -> in.doubted.add(c.edition() + "/" + c.service());
      case Change.InvitationOver c -> in.invited.remove(c.under());
      case Change.Invited c ->
          in.invited.put(
              in.personOf(new Inbound.Sender(c.address(), java.util.List.of(), null)),
              c.invitation());
      case Change.Declined c -> in.declined.add(c.person());
      case Change.HeldSaid c -> {
        var held = in.held.get(c.person());
        if (held != null) held.subList(0, dossier.versions().get("held").intValue()).clear();
      }
    }
  }

  private void asked(PersonId person) {
    Tally was = in.tally(person);
    java.util.List<Instant> all = new java.util.ArrayList<>(was.asked());
    all.add(minute());
    all.subList(0, Math.max(0, all.size() - Tally.REMEMBERED)).clear();
    in.tallies.put(person, new Tally(all, was.helped(), 0));
  }

  private Instant minute() {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  private void put(String key, Object value) {
    in.records.put(key, new InMemoryCell.Kept(in.revision, value));
  }

  private void board(HelpRequest request) {
    int round = request.search().round();
    InMemoryCell.Board was = in.boards.get(request.id());
    switch (request) {
      case Open r -> {
        boolean won = was != null && was.state().equals("claimed") && was.round() == round;
        if (!won) in.boards.put(r.id(), new InMemoryCell.Board(round, "open", null));
      }
      case HelpRequest.Claimed r ->
          in.boards.put(r.id(), new InMemoryCell.Board(round, "held", r.holder()));
      case WithOfficer r -> in.boards.put(r.id(), new InMemoryCell.Board(round, "shut", null));
      case Delivered r -> in.boards.put(r.id(), new InMemoryCell.Board(round, "shut", null));
      case HelpRequest.Closed r ->
          in.boards.put(r.id(), new InMemoryCell.Board(round, "shut", null));
    }
  }

  private void gone(RequestId id) {
    in.records.remove("request/" + id);
    in.boards.remove(id);
    for (String alarm :
        java.util.List.of("wave/", "silence/", "turn/", "officer/", "arrived/", "expired/")) {
      in.alarms.remove(alarm + id);
    }
  }

  private void say(Outgoing outgoing) {
    PersonId to =
        outgoing instanceof Outgoing.ToPerson p
            ? p.to()
            : outgoing instanceof Outgoing.Attachment a ? a.from() : null;
    if (in.sendings.containsKey(outgoing.id())) return;
    boolean gone = to != null && decision.changes().contains(new Change.PersonGone(to));
    Person farewell = gone ? dossier.person(to).orElse(null) : null;
    in.sendings.put(
        outgoing.id(),
        new InMemoryCell.Sending(
            "queued", to, outgoing instanceof Outgoing.ToPerson p ? p.origin() : null, null));
    String position = (outgoing.urgent() ? "a" : "b") + "%09d".formatted(++in.letters);
    in.outbox.put(position, new InMemoryCell.Letter(outgoing, farewell));
  }

  private void forget(Change change) {
    if (!(change instanceof Change.PersonGone(PersonId person))) return;
    in.records.remove("person/" + person);
    in.records.remove("talk/" + person);
    in.records.remove("thought/" + person);
    in.records.remove("paper/" + person);
    in.held.remove(person);
    in.records
        .values()
        .removeIf(k -> k.value() instanceof Arrangement a && a.resident().equals(person));
    in.records.values().removeIf(k -> k.value() instanceof Thing t && t.owner().equals(person));
    in.tallies.remove(person);
    in.names.values().removeIf(person::equals);
    in.alarms.remove(new Alarm.FormLeft(person, "").key());
    in.alarms.remove(new Alarm.SaidAll(person, java.time.Instant.MIN).key());
    in.alarms.remove(new Alarm.HomeDue(person).key());
    in.alarms.remove(Alarm.Outcome.keyOf(person));
    in.alarms.remove(new Alarm.FormTimer(person, "", java.time.Instant.EPOCH).key());
    in.alarms.remove(new Alarm.AskLater(person, "").key());
    for (HelpRequest each : in.all(HelpRequest.class)) {
      if (each.resident().equals(person)) gone(each.id());
    }
    for (Case each : in.all(Case.class)) {
      if (each.person().equals(person)) {
        in.records.remove("case/" + each.id());
        in.alarms.remove(new Alarm.Unacknowledged(each.id(), 0).key());
      }
    }
    java.util.Set<String> now = new java.util.HashSet<>();
    decision.says().forEach(o -> now.add(o.id().value()));
    in.outbox
        .values()
        .removeIf(
            l ->
                !now.contains(l.outgoing().id().value())
                    && (l.outgoing().about().contains(person)
                        || (l.outgoing() instanceof Outgoing.ToPerson p && p.to().equals(person))));
    in.inbox.values().removeIf(e -> person.equals(e.sender()) && !in.inHand.contains(e.position()));
  }

  private void delivery() {
    if (!(entry.inbound() instanceof Inbound.Reported r)) return;
    in.sendings.computeIfPresent(
        r.outgoing(),
        (id, s) ->
            s.best() == null || r.status().compareTo(s.best()) > 0
                ? new InMemoryCell.Sending(s.state(), s.to(), s.origin(), r.status())
                : s);
  }
}
