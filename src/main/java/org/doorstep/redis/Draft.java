package org.doorstep.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Change;
import org.doorstep.desk.Duty;
import org.doorstep.desk.Office;
import org.doorstep.desk.Paper;
import org.doorstep.desk.Unbidden;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Tally;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.Nullable;

/** A commit under way: what several changes add to is gathered, and written once at the end. */
final class Draft {

  /**
   * A closed case goes by its alarm; where that cannot be, it is gone so much later all the same.
   */
  private static final Duration LATE = Duration.ofDays(2);

  /** An edition that nobody replaces in this time is stale as a whole. */
  private static final Duration DOUBTED = Duration.ofDays(400);

  final Commit commit;
  final Keys keys;
  final KeyRing ring;
  final Set<String> linked = new LinkedHashSet<>();
  final Set<String> unlinked = new LinkedHashSet<>();
  final Set<String> silenced = new LinkedHashSet<>();

  private final CellId cell;
  private final Vault vault;
  private final Set<String> keyed = new LinkedHashSet<>();

  Draft(CellId cell, Vault vault, Commit commit, KeyRing ring) {
    this.cell = cell;
    this.vault = vault;
    this.commit = commit;
    this.keys = new Keys(cell);
    this.ring = ring;
  }

  /** A record, sealed with its owner's key; the key is made if there is none yet. */
  void record(
      RecordRef ref, PersonId owner, Collection<PersonId> named, String about, byte[] json) {
    commit.step("record", List.of(ref.key(keys)), fields(ref, owner, named, about, json));
  }

  /**
   * @param step how it is written: record, or question
   */
  void talk(String step, PersonId person, Conversation talk) {
    RecordRef ref = RecordRef.talk(person);
    byte[] json = Wire.write(Conversation.class, talk);
    List<byte[]> fields = new ArrayList<>(fields(ref, person, List.of(), "", json));
    fields.add(Utf8.bytes("w"));
    fields.add(Utf8.bytes(Unbidden.waits(talk) ? "1" : ""));
    commit.step(step, List.of(ref.key(keys)), fields);
  }

  private List<byte[]> fields(
      RecordRef ref, PersonId owner, Collection<PersonId> named, String about, byte[] json) {
    keyFor(owner.value());
    return List.of(
        Utf8.bytes("d"),
        ring.seal(List.of(owner.value()), ref.label(), json),
        Utf8.bytes("o"),
        Utf8.bytes(owner.value()),
        Utf8.bytes("p"),
        Utf8.bytes(named.stream().map(PersonId::value).collect(Collectors.joining(" "))),
        Utf8.bytes("r"),
        Utf8.bytes(about));
  }

  void fresh(DataKey key) {
    commit.check("key", List.of(), Utf8.bytes(key.owner()), Utf8.bytes(""));
    commit.step("key", List.of(), Utf8.bytes(key.owner()), key.wrapped());
  }

  private void keyFor(String owner) {
    if (!keyed.add(owner)) return;
    DataKey key = ring.of(owner).orElse(null);
    if (key != null) {
      commit.check("key", List.of(), Utf8.bytes(owner), key.wrapped());
    } else {
      DataKey made = vault.newKey(cell, owner);
      ring.add(made);
      fresh(made);
    }
  }

  /**
   * @param holder who has it, or nothing
   */
  void board(RequestId request, String state, int round, String holder) {
    commit.step(
        "board",
        List.of(keys.board(request), keys.holds()),
        Utf8.bytes(request.value()),
        Utf8.bytes(state),
        Utf8.bytes(round),
        Utf8.bytes(holder));
  }

  /**
   * @param what asked or helped
   */
  void tally(String what, Set<PersonId> people, Instant now) {
    if (people.isEmpty()) return;
    List<byte[]> args = new ArrayList<>();
    args.add(Utf8.bytes(what));
    args.add(Utf8.bytes(Tallies.minute(now)));
    args.add(Utf8.bytes(Tally.REMEMBERED));
    people.forEach(person -> args.add(Utf8.bytes(person.value())));
    commit.step("tally", List.of(keys.tallies()), args);
  }

  /** Of an edition that is long gone, nothing stays. */
  void doubted(Change.ServiceDoubted doubted) {
    byte[] doubts = new DirectoryKeys(keys.cell()).doubts(doubted.edition());
    byte[] entry = Utf8.bytes(doubted.service().value());
    commit.step("record", List.of(doubts), entry, Utf8.bytes(""));
    commit.step("expire", List.of(doubts), Utf8.bytes(DOUBTED.toMillis()));
  }

  void office(Office office) {
    PersonId nobody = new PersonId(KeyRing.CELL);
    record(RecordRef.office(), nobody, List.of(), "", Wire.write(Office.class, office));
  }

  void duty(Duty duty) {
    PersonId nobody = new PersonId(KeyRing.CELL);
    record(RecordRef.duty(), nobody, List.of(), "", Wire.write(Duty.class, duty));
  }

  /** Kept until so long after the end of its month. */
  void expenses(Expenses expenses, Cell cell, Instant now) {
    RecordRef ref = RecordRef.expenses(expenses.group(), expenses.month());
    PersonId nobody = new PersonId(KeyRing.CELL);
    record(ref, nobody, List.of(), "", Wire.write(Expenses.class, expenses));
    Instant ends = expenses.month().plusMonths(1).atDay(1).atStartOfDay(cell.zone()).toInstant();
    Duration left = Duration.between(now, ends.plus(cell.rules().keepExpensesFor()));
    commit.step("expire", List.of(ref.key(keys)), Utf8.bytes(Math.max(1, left.toMillis())));
  }

  void waited(Change.Waited waited) {
    commit.step(
        "waited",
        List.of(keys.waits(waited.group())),
        Utf8.bytes(waited.time().toMinutes()),
        Utf8.bytes(Change.Waited.REMEMBERED));
  }

  /** Of those who had a part in it before, only they still find it who have one now. */
  void arrangement(Arrangement now, @Nullable Arrangement before) {
    record(
        RecordRef.arrangement(now.id()),
        now.resident(),
        now.parties(),
        "",
        Wire.write(Arrangement.class, now));
    if (before != null) Links.wantedFor(before).forEach(link -> unlinked.add(link.toString()));
    Links.wantedFor(now).forEach(link -> linked.add(link.toString()));
  }

  void gone(ArrangementId id, @Nullable Arrangement last) {
    commit.step("gone", List.of(keys.arrangement(id)));
    if (last != null) Links.wantedFor(last).forEach(link -> unlinked.add(link.toString()));
    silenced.add(Alarm.Occasion.keyOf(id));
  }

  /** Added to its month, and kept until so long after the month's end. */
  void audit(Audit entry, Cell cell) {
    YearMonth month = YearMonth.from(entry.at().atZone(cell.zone()));
    keyFor(KeyRing.CELL);
    byte[] json = Wire.write(Audit.class, entry);
    byte[] key = keys.audit(month);
    byte[] sealed = ring.seal(List.of(KeyRing.CELL), RedisAudits.label(month), json);
    commit.step("fact", List.of(key), Utf8.bytes(0), sealed);
    Instant ends = month.plusMonths(1).atDay(1).atStartOfDay(cell.zone()).toInstant();
    Duration left = Duration.between(entry.at(), ends.plus(cell.rules().keepAuditFor()));
    commit.step("expire", List.of(key), Utf8.bytes(left.toMillis()));
  }

  void theCase(Case theCase, Cell cell) {
    RequestId request = theCase.matter().request();
    record(
        RecordRef.caseOf(theCase.id()),
        theCase.person(),
        Set.of(theCase.person()),
        request == null ? "" : request.value(),
        Wire.write(Case.class, theCase));
    String open = link(theCase, Links.Link.Kind.CASE);
    String closed = link(theCase, Links.Link.Kind.CLOSED);
    unlinked.add(theCase.isOpen() ? closed : open);
    linked.add(theCase.isOpen() ? open : closed);
    (theCase.isOpen() ? linked : unlinked).add(ofCell(theCase.id()));
    callable(theCase.id(), cell, theCase instanceof Case.Waiting);
    if (!theCase.isOpen()) {
      Duration latest = cell.privacy().keepCasesFor().plus(LATE);
      commit.step("expire", List.of(keys.caseOf(theCase.id())), Utf8.bytes(latest.toMillis()));
    }
  }

  /** While nobody has it, whoever may be called about it by text message finds it by answering. */
  void callable(CaseId id, Cell cell, boolean waits) {
    cell.safeguarding()
        .called()
        .flatMap(contact -> Stream.ofNullable(contact.number()))
        .map(number -> vault.idOf(cell.id(), Address.sms(number)))
        .map(who -> new Links.Link(who, Links.Link.Kind.CASE, id.value()).toString())
        .forEach(waits ? linked::add : unlinked::add);
  }

  static String ofCell(CaseId id) {
    return new Links.Link(Links.ofCell(), Links.Link.Kind.CASE, id.value()).toString();
  }

  void gone(Case last) {
    commit.step("gone", List.of(keys.caseOf(last.id())));
    unlinked.add(link(last, Links.Link.Kind.CASE));
    unlinked.add(link(last, Links.Link.Kind.CLOSED));
    unlinked.add(ofCell(last.id()));
    silenced.add(new Alarm.CaseExpired(last.id()).key());
  }

  /** In place of one that was not read. */
  void paper(Change.PaperIs made) {
    RecordRef ref = RecordRef.paper(made.person());
    byte[] json = Wire.write(Paper.class, made.paper());
    List<byte[]> fields = new ArrayList<>(fields(ref, made.person(), List.of(), "", json));
    fields.add(Utf8.bytes("t"));
    fields.add(Utf8.bytes(Vault.digest(made.paper().key())));
    commit.step("record", List.of(ref.key(keys)), fields);
    commit.step("expire", List.of(ref.key(keys)), Utf8.bytes(made.keep().toMillis()));
  }

  private static String link(Case theCase, Links.Link.Kind kind) {
    return new Links.Link(theCase.person(), kind, theCase.id().value()).toString();
  }

  /** A request, and all that hangs on it. */
  void gone(RequestId id, @Nullable HelpRequest last) {
    commit.step("gone", List.of(keys.request(id)));
    board(id, "shut", 0, "");
    commit.step("gone", List.of(keys.board(id)));
    if (last != null) Links.everOf(last).forEach(link -> unlinked.add(link.toString()));
    silenced.add(new Alarm.NextWave(id, 0).key());
    silenced.add(new Alarm.Silence(id, 0).key());
    silenced.add(Alarm.Turn.keyOf(id));
    silenced.add(Alarm.WithOfficer.keyOf(id));
    silenced.add(Alarm.Unanswered.keyOf(id));
    silenced.add(new Alarm.DidItArrive(id, 0, false).key());
    silenced.add(new Alarm.Expired(id).key());
  }

  /** What was gathered. Alarms that are set come after this, so that they outlive it. */
  void finish() {
    unlinked.removeAll(linked);
    if (!unlinked.isEmpty()) commit.step("unlink", List.of(keys.links()), bytes(unlinked));
    if (!linked.isEmpty()) commit.step("link", List.of(keys.links()), bytes(linked));
    if (!silenced.isEmpty()) {
      commit.step("silence", List.of(keys.alarms(), keys.alarmed()), bytes(silenced));
    }
  }

  private static List<byte[]> bytes(Set<String> texts) {
    return texts.stream().map(Utf8::bytes).toList();
  }
}
