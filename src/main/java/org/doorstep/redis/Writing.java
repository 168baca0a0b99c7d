package org.doorstep.redis;

import static org.doorstep.redis.Links.Link.Kind.CASE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Crew;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.RequestId;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** Turns one decision into the checks and steps of one commit. */
final class Writing {

  private final Vault vault;
  private final RoomSettings settings;
  private final Holding holding;
  private final Inbox.Entry entry;
  private final Dossier dossier;
  private final Decision.Settled decision;
  private final Instant now;
  private final Committing.Gathered gathered;
  private final Keys keys;
  private final ListKeys lists;
  private final Commit commit;
  private final Draft draft;
  private final Rolls rolls;

  Writing(
      Vault vault,
      RoomSettings settings,
      Holding holding,
      Inbox.Entry entry,
      Dossier dossier,
      Decision.Settled decision,
      Instant now,
      Committing.Gathered gathered) {
    this.vault = vault;
    this.settings = settings;
    this.holding = holding;
    this.entry = entry;
    this.dossier = dossier;
    this.decision = decision;
    this.now = now;
    this.gathered = gathered;
    this.keys = new Keys(holding.cell());
    this.lists = new ListKeys(holding.cell());
    this.commit =
        new Commit(
            holding.cell(),
            keys.cause(entry.inbound().id()),
            holding.epoch(),
            entry.position(),
            settings.remember().toMillis());
    this.draft = new Draft(holding.cell(), vault, commit, gathered.ring());
    this.rolls = new Rolls(keys, gathered.ring(), commit, dossier);
  }

  Commit write(Folded folded, Map<RecordRef, Long> revisions) {
    revisions.forEach(
        (ref, revision) -> commit.check("revision", List.of(ref.key(keys)), Utf8.bytes(revision)));
    draft.silenced.addAll(decision.silenced());
    people(folded.people);
    talks(folded);
    thoughts(folded);
    folded.requests.values().forEach(this::request);
    folded.arrangements.values().forEach(a -> draft.arrangement(a, lastKnown(a.id())));
    folded.arrangementsGone.forEach(id -> draft.gone(id, lastKnown(id)));
    new Shelf(draft).write(folded, dossier);
    folded.cases.values().forEach(c -> draft.theCase(c, dossier.cell()));
    folded.cases.values().forEach(this::helperOf);
    folded.casesGone.values().forEach(draft::gone);
    folded.audits.forEach(a -> draft.audit(a, dossier.cell()));
    folded.papers.values().forEach(draft::paper);
    if (folded.office != null) draft.office(folded.office);
    if (folded.duty != null) draft.duty(folded.duty);
    folded.expenses.values().forEach(e -> draft.expenses(e, dossier.cell(), now));
    new Counting(keys, commit, dossier.cell().rules().reporting().keepFor()).write(folded.counted);
    folded.requestsGone.forEach(id -> draft.gone(id, lastKnown(id)));
    folded.heldSaid.forEach(this::heldSaid);
    rolls.asked(folded.asked, now);
    draft.tally("asked", folded.asked, now);
    draft.tally("helped", folded.helped, now);
    folded.waited.forEach(draft::waited);
    folded.doubted.forEach(draft::doubted);
    folded.answered.forEach(under -> commit.step("gone", List.of(lists.invited(under))));
    folded.declined.forEach(this::declined);
    folded.invited.forEach(
        new Inviting(vault, keys, commit, dossier, entry.inbound().id(), now)::write);
    new Forgetting(keys, commit, draft, rolls, gathered, dossier.cell(), now)
        .leaveNothing(folded.gone);
    says(folded.gone);
    draft.finish();
    alarms();
    facts();
    delivery();
    return commit;
  }

  private void people(Map<PersonId, Person> people) {
    List<byte[]> near = new ArrayList<>();
    List<byte[]> nowhere = new ArrayList<>();
    people.forEach(
        (id, person) -> {
          draft.record(RecordRef.person(id), id, List.of(), "", Wire.write(Person.class, person));
          rolls.is(person);
          Point point = wherePersonIsFound(person);
          if (point == null) {
            nowhere.add(Utf8.bytes(id.value()));
          } else {
            near.add(Utf8.bytes(Double.toString(point.longitude())));
            near.add(Utf8.bytes(Double.toString(point.latitude())));
            near.add(Utf8.bytes(id.value()));
          }
        });
    if (!near.isEmpty()) commit.step("near", List.of(keys.geo()), near);
    if (!nowhere.isEmpty()) commit.step("unlink", List.of(keys.geo()), nowhere);
  }

  private static @Nullable Point wherePersonIsFound(Person person) {
    if (person.volunteering() == null || person.optedOut()) return null;
    return Whereabouts.of(person.volunteering().home().point());
  }

  private void talks(Folded folded) {
    folded.talks.forEach((id, talk) -> draft.talk("record", id, talk));
    folded.questions.forEach((id, question) -> draft.talk("question", id, question));
    folded.talksOver.forEach(id -> commit.step("gone", List.of(keys.talk(id))));
  }

  private void thoughts(Folded folded) {
    folded.thoughts.forEach(
        (id, thought) ->
            draft.record(
                RecordRef.thought(id), id, List.of(), "", Wire.write(Thought.class, thought)));
    folded.thoughtsOver.forEach(id -> commit.step("gone", List.of(keys.thought(id))));
  }

  private void request(HelpRequest request) {
    String state = "shut";
    String holder = "";
    switch (request) {
      case Open o -> state = "open";
      case HelpRequest.Claimed c -> {
        state = "held";
        holder = c.holder().value();
      }
      case WithOfficer w -> {}
      case Delivered d -> {}
      case HelpRequest.Closed c -> {}
    }
    int round = request.search().round();
    if (!holder.isEmpty()) {
      commit.check(
          "unclaimed", List.of(keys.board(request.id())), Utf8.bytes(round), Utf8.bytes(holder));
    }
    draft.record(
        RecordRef.request(request.id()),
        request.resident(),
        request.parties(),
        String.join(" ", about(request.particulars())),
        Wire.write(HelpRequest.class, request));
    draft.board(request.id(), state, round, holder);
    HelpRequest before = lastKnown(request.id());
    if (before != null) Links.everOf(before).forEach(link -> draft.unlinked.add(link.toString()));
    Links.everOf(request).forEach(link -> draft.unlinked.add(link.toString()));
    Links.wantedFor(request).forEach(link -> draft.linked.add(link.toString()));
  }

  /** What has to be known with it: its arrangement, and the other parts of the same job. */
  private static List<String> about(Particulars particulars) {
    List<String> about = new ArrayList<>();
    ArrangementId arrangement = particulars.arrangement();
    if (arrangement != null) about.add(arrangement.value());
    Crew crew = particulars.crew();
    if (crew != null) crew.others().forEach(other -> about.add(other.value()));
    return about;
  }

  private void heldSaid(PersonId person) {
    long said = dossier.versions().getOrDefault(HeldTexts.countOf(person), 0L);
    if (said > 0) commit.step("said", List.of(keys.held(person)), Utf8.bytes(said));
  }

  /** By whatever address a list may know them; before it is forgotten which these are. */
  private void declined(PersonId person) {
    commit.step(
        "decline", List.of(lists.declined(), keys.known(person)), Utf8.bytes(person.value()));
  }

  /** While a sealed case is open, whoever helps with what it is about is reminded how. */
  private void helperOf(Case theCase) {
    RequestId about = theCase.matter().request();
    if (!theCase.isSealed() || about == null) return;
    dossier
        .request(about.value())
        .filter(HelpRequest.Claimed.class::isInstance)
        .map(r -> new Links.Link(((HelpRequest.Claimed) r).holder(), CASE, theCase.id().value()))
        .filter(link -> !link.person().equals(theCase.person()))
        .ifPresent(link -> (theCase.isOpen() ? draft.linked : draft.unlinked).add(link.toString()));
  }

  private void says(Set<PersonId> gone) {
    Letters letters = new Letters(holding.cell(), vault, gathered.ring());
    for (Outgoing say : decision.says()) {
      Person farewell =
          say instanceof Outgoing.ToPerson to && gone.contains(to.to())
              ? dossier.person(to.to()).orElse(null)
              : null;
      Letters.Sealed letter = letters.seal(say, gone, farewell).orElse(null);
      if (letter == null) continue;
      letter.fresh().forEach(draft::fresh);
      String to =
          switch (say) {
            case Outgoing.ToPerson p -> p.to().value();
            case Outgoing.Attachment a -> a.from().value();
            case Outgoing o -> "";
          };
      String origin = say instanceof Outgoing.ToPerson p ? SentLog.Whence.write(p.origin()) : "";
      commit.step(
          "say",
          List.of(keys.sent(say.id()), keys.outbox(say.urgent())),
          Utf8.bytes(settings.remember().toMillis()),
          Utf8.bytes(say.id().value()),
          Utf8.bytes(String.join(" ", letter.owners())),
          letter.sealed().bytes(),
          Utf8.bytes(to),
          Utf8.bytes(origin));
    }
  }

  private void alarms() {
    List<byte[]> both = List.of(keys.alarms(), keys.alarmed());
    for (Alarm.Set set : decision.alarms()) {
      commit.step(
          set.alarm().stays() ? "alarm-once" : "alarm",
          both,
          Utf8.bytes(set.alarm().key()),
          Utf8.bytes(set.at().toEpochMilli()),
          Wire.write(Alarm.class, set.alarm()));
    }
  }

  private void facts() {
    long oldest = Math.max(0, now.minus(settings.keepEvents()).toEpochMilli());
    for (Fact fact : decision.facts()) {
      commit.step("fact", List.of(keys.events()), Utf8.bytes(oldest), Wire.write(Fact.class, fact));
    }
  }

  /** Reports come in any order; the furthest one stays. */
  private void delivery() {
    if (entry.inbound() instanceof Inbound.Reported reported && dossier.sent() != null) {
      if (dossier.sent().best() == null || reported.status().compareTo(dossier.sent().best()) > 0) {
        commit.step(
            "best", List.of(keys.sent(reported.outgoing())), Utf8.bytes(reported.status().name()));
      }
    }
  }

  private @Nullable Arrangement lastKnown(ArrangementId id) {
    return dossier.arrangements().stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
  }

  private @Nullable HelpRequest lastKnown(RequestId id) {
    return dossier.request(id.value()).orElse(null);
  }
}
