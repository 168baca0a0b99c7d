package org.doorstep.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Fact;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.doorstep.place.Point;
import org.doorstep.talk.Conversation;
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
  private final Keys keys;
  private final Commit commit;
  private final Set<String> unlinked = new LinkedHashSet<>();
  private final Set<String> linked = new LinkedHashSet<>();
  private final Set<String> silenced = new LinkedHashSet<>();
  private final Set<String> keyed = new LinkedHashSet<>();

  Writing(
      Vault vault,
      RoomSettings settings,
      Holding holding,
      Inbox.Entry entry,
      Dossier dossier,
      Decision.Settled decision,
      Instant now) {
    this.vault = vault;
    this.settings = settings;
    this.holding = holding;
    this.entry = entry;
    this.dossier = dossier;
    this.decision = decision;
    this.now = now;
    this.keys = new Keys(holding.cell());
    this.commit =
        new Commit(
            holding.cell(),
            keys.cause(entry.inbound().id()),
            holding.epoch(),
            entry.position(),
            settings.remember().toMillis());
    this.silenced.addAll(decision.silenced());
  }

  Commit write(Folded folded, Committing.Gathered gathered, Map<RecordRef, Long> revisions) {
    KeyRing ring = gathered.ring();
    revisions.forEach(
        (ref, revision) -> commit.check("revision", List.of(ref.key(keys)), Utf8.bytes(revision)));
    people(folded.people, ring);
    talks(folded, ring);
    folded.requests.values().forEach(request -> request(request, ring));
    folded.cases.values().forEach(each -> theCase(each, ring));
    folded.requestsGone.forEach(id -> gone(id, lastKnown(id)));
    folded.heldSaid.forEach(this::heldSaid);
    leaveNothing(folded.gone, gathered);
    says(folded.gone, ring);
    links();
    alarms();
    facts();
    delivery();
    return commit;
  }

  private void people(Map<PersonId, Person> people, KeyRing ring) {
    List<byte[]> near = new ArrayList<>();
    List<byte[]> nowhere = new ArrayList<>();
    people.forEach(
        (id, person) -> {
          record(RecordRef.person(id), id, List.of(), "", Wire.write(Person.class, person), ring);
          if (person.volunteering() == null || person.optedOut()) {
            nowhere.add(Utf8.bytes(id.value()));
          } else {
            Point point = person.volunteering().home().point().coarse();
            near.add(Utf8.bytes(Double.toString(point.longitude())));
            near.add(Utf8.bytes(Double.toString(point.latitude())));
            near.add(Utf8.bytes(id.value()));
          }
        });
    if (!near.isEmpty()) commit.step("near", List.of(keys.geo()), near);
    if (!nowhere.isEmpty()) commit.step("unlink", List.of(keys.geo()), nowhere);
  }

  private void talks(Folded folded, KeyRing ring) {
    folded.talks.forEach(
        (id, talk) ->
            record(
                RecordRef.talk(id), id, List.of(), "", Wire.write(Conversation.class, talk), ring));
    folded.talksOver.forEach(id -> commit.step("gone", List.of(keys.talk(id))));
  }

  private void request(HelpRequest request, KeyRing ring) {
    Set<PersonId> named = new LinkedHashSet<>();
    named.add(request.resident());
    String state = "shut";
    String holder = "";
    switch (request) {
      case HelpRequest.Seeking s -> state = "open";
      case HelpRequest.Claimed c -> {
        state = "held";
        holder = c.holder().value();
        named.add(c.holder());
      }
      case HelpRequest.Delivered d -> named.add(d.holder());
      case HelpRequest.Closed c -> {}
    }
    byte[] round = Utf8.bytes(request.search().round());
    byte[] board = keys.board(request.id());
    if (!holder.isEmpty()) {
      commit.check("unclaimed", List.of(board), round, Utf8.bytes(holder));
    }
    record(
        RecordRef.request(request.id()),
        request.resident(),
        named,
        "",
        Wire.write(HelpRequest.class, request),
        ring);
    commit.step(
        "board",
        List.of(board, keys.holds()),
        Utf8.bytes(request.id().value()),
        Utf8.bytes(state),
        round,
        Utf8.bytes(holder));
    HelpRequest before = lastKnown(request.id());
    if (before != null) Links.everOf(before).forEach(link -> unlinked.add(link.toString()));
    Links.everOf(request).forEach(link -> unlinked.add(link.toString()));
    Links.wantedFor(request).forEach(link -> linked.add(link.toString()));
  }

  private void theCase(Case theCase, KeyRing ring) {
    RequestId request = theCase.matter().request();
    record(
        RecordRef.caseOf(theCase.id()),
        theCase.person(),
        Set.of(theCase.person()),
        request == null ? "" : request.value(),
        Wire.write(Case.class, theCase),
        ring);
    String open = link(theCase, Links.Link.Kind.CASE);
    String closed = link(theCase, Links.Link.Kind.CLOSED);
    unlinked.add(theCase.isOpen() ? closed : open);
    linked.add(theCase.isOpen() ? open : closed);
    if (!theCase.isOpen()) {
      commit.step(
          "expire",
          List.of(keys.caseOf(theCase.id())),
          Utf8.bytes(dossier.cell().rules().keepClosedFor().toMillis()));
    }
  }

  private static String link(Case theCase, Links.Link.Kind kind) {
    return new Links.Link(theCase.person(), kind, theCase.id().value()).toString();
  }

  private void gone(RequestId id, @Nullable HelpRequest last) {
    commit.step("gone", List.of(keys.request(id)));
    commit.step(
        "board",
        List.of(keys.board(id), keys.holds()),
        Utf8.bytes(id.value()),
        Utf8.bytes("shut"),
        Utf8.bytes(0),
        Utf8.bytes(""));
    commit.step("gone", List.of(keys.board(id)));
    if (last != null) Links.everOf(last).forEach(link -> unlinked.add(link.toString()));
    silenced.add(new Alarm.NextWave(id, 0).key());
    silenced.add(new Alarm.Silence(id, 0).key());
    silenced.add(new Alarm.DidItArrive(id, 0, false).key());
    silenced.add(new Alarm.Expired(id).key());
  }

  private void heldSaid(PersonId person) {
    long said = dossier.versions().getOrDefault(HeldTexts.countOf(person), 0L);
    if (said > 0) commit.step("said", List.of(keys.held(person)), Utf8.bytes(said));
  }

  /** The key goes, and with it the sense of all it sealed; what would be left over goes too. */
  private void leaveNothing(Set<PersonId> gone, Committing.Gathered gathered) {
    for (PersonId person : gone) {
      commit.step("unkey", List.of(), Utf8.bytes(person.value()));
      commit.step("gone", List.of(keys.person(person)));
      commit.step("gone", List.of(keys.talk(person)));
      commit.step("gone", List.of(keys.held(person)));
      commit.step("unknown", List.of(keys.known(person), keys.aliases()));
      commit.step("unlink", List.of(keys.geo()), Utf8.bytes(person.value()));
      silenced.add(new Alarm.FormLeft(person, "").key());
    }
    gathered.links().forEach(link -> unlinked.add(link.toString()));
    gathered
        .left()
        .forEach(
            (ref, kept) -> {
              switch (ref.kind()) {
                case REQUEST ->
                    gone(
                        new RequestId(ref.id()),
                        kept.open(HelpRequest.class, ref, gathered.ring()));
                case CASE -> {
                  commit.step("gone", List.of(ref.key(keys)));
                  silenced.add(new Alarm.Unacknowledged(new CaseId(ref.id()), 0).key());
                }
                case PERSON, TALK -> commit.step("gone", List.of(ref.key(keys)));
              }
            });
  }

  private void says(Set<PersonId> gone, KeyRing ring) {
    Letters letters = new Letters(holding.cell(), vault, ring);
    for (Outgoing say : decision.says()) {
      Person farewell =
          say instanceof Outgoing.ToPerson to && gone.contains(to.to())
              ? dossier.person(to.to()).orElse(null)
              : null;
      Letters.Sealed letter = letters.seal(say, gone, farewell).orElse(null);
      if (letter == null) continue;
      letter.fresh().forEach(key -> fresh(key));
      String to = say instanceof Outgoing.ToPerson p ? p.to().value() : "";
      String origin =
          say instanceof Outgoing.ToPerson p ? SentLog.Whence.write(p.origin()) : "";
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

  private void links() {
    unlinked.removeAll(linked);
    if (!unlinked.isEmpty()) commit.step("unlink", List.of(keys.links()), bytes(unlinked));
    if (!linked.isEmpty()) commit.step("link", List.of(keys.links()), bytes(linked));
  }

  private void alarms() {
    List<byte[]> both = List.of(keys.alarms(), keys.alarmed());
    if (!silenced.isEmpty()) commit.step("silence", both, bytes(silenced));
    for (Alarm.Set set : decision.alarms()) {
      commit.step(
          "alarm",
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

  private void record(
      RecordRef ref,
      PersonId owner,
      Collection<PersonId> named,
      String about,
      byte[] json,
      KeyRing ring) {
    keyFor(owner.value(), ring);
    commit.step(
        "record",
        List.of(ref.key(keys)),
        Utf8.bytes("d"),
        ring.seal(List.of(owner.value()), ref.label(), json),
        Utf8.bytes("o"),
        Utf8.bytes(owner.value()),
        Utf8.bytes("p"),
        Utf8.bytes(named.stream().map(PersonId::value).collect(Collectors.joining(" "))),
        Utf8.bytes("r"),
        Utf8.bytes(about));
  }

  private void keyFor(String owner, KeyRing ring) {
    if (!keyed.add(owner)) return;
    DataKey key = ring.of(owner).orElse(null);
    if (key != null) {
      commit.check("key", List.of(), Utf8.bytes(owner), key.wrapped());
    } else {
      DataKey made = vault.newKey(holding.cell(), owner);
      ring.add(made);
      fresh(made);
    }
  }

  private void fresh(DataKey key) {
    commit.check("key", List.of(), Utf8.bytes(key.owner()), Utf8.bytes(""));
    commit.step("key", List.of(), Utf8.bytes(key.owner()), key.wrapped());
  }

  private @Nullable HelpRequest lastKnown(RequestId id) {
    return dossier.request(id.value()).orElse(null);
  }

  private static List<byte[]> bytes(Set<String> texts) {
    return texts.stream().map(Utf8::bytes).toList();
  }
}
