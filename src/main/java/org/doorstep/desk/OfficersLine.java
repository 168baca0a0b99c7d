package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Lately;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
import org.doorstep.cell.QuietHours;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/**
 * The line between the thread of a case and its person. While a human talks on it the assistant
 * keeps quiet, until it is handed back, or nobody has written for a while; whoever writes when
 * nobody reads is told so.
 */
final class OfficersLine {

  /** Whoever writes on is not told again so soon that nobody reads it yet. */
  private static final Duration TOLD_ENOUGH = Duration.ofHours(8);

  private final Wording wording;
  private final Cases cases;

  OfficersLine(Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
  }

  /** To the thread, in the person's own words; whether there is one. */
  boolean heard(Draft draft, Person from, String text) {
    Optional<Case> open = Case.lineOf(draft.cases(), from.id());
    open.ifPresent(
        c -> {
          Officer reads = reads(draft, c);
          boolean instead =
              c instanceof Case.Acknowledged a && !a.officer().equals(reads.slackUser());
          cases.threadLine(draft, c, "case.from-person", text, instead ? reads.slackUser() : null);
          draft.put(c.wroteAt(draft.now()));
          tellIfNobodyReads(draft, from, c, reads);
          watch(draft, c);
        });
    return open.isPresent();
  }

  /** A photo or a document: whether it is one, and an officer talks with them. */
  boolean attached(Draft draft, Person from, Content content) {
    Case open = Case.lineOf(draft.cases(), from.id()).orElse(null);
    if (open == null || content.file() == null || !from.quietUntilReleased()) return false;
    if (content.text().isBlank()) {
      cases.threadLine(draft, open, "officers.sends-file", null, null);
      draft.put(open.wroteAt(draft.now()));
      tellIfNobodyReads(draft, from, open, reads(draft, open));
      watch(draft, open);
    }
    draft.say(
        new Outgoing.Attachment(
            Outgoing.Attachment.idOf(draft.nextId()),
            Answering.of(draft, open).channel(),
            Cases.anchor(open),
            content.file(),
            from.id()));
    return true;
  }

  /** A file could not be passed on: both sides are told. */
  void notPassedOn(Draft draft, PersonId from) {
    Case open = Case.lineOf(draft.cases(), from).orElse(null);
    if (open == null) return;
    cases.threadLine(draft, open, "officers.file-not-here", null, null);
    Wording theirs = wording.to(draft, from);
    draft.tell(
        from,
        theirs.say("officers.file-not-passed", Map.of("officer", reads(draft, open).name())),
        HOLD);
  }

  /** Somebody has written from the thread: they have the line. */
  void spoken(Draft draft, Case open, Person to) {
    boolean night = quiet(draft).cover(draft.now(), draft.cell().zone());
    current(draft, open)
        .ifPresent(
            c -> {
              draft.put(c.wroteAt(draft.now()).toldAwayAt(night ? draft.now() : null));
              watch(draft, c);
            });
    // whoever runs a group goes on giving orders
    if (open.matter().reason() != Reason.FROM_A_LEAD) draft.put(to.quiet(true));
  }

  private static void watch(Draft draft, Case open) {
    draft.wake(
        new Alarm.HandBack(open.id()), draft.now().plus(draft.cell().rules().handBackAfter()));
  }

  /** Who has it, or whoever is there instead; where nobody has, whose turn it is. */
  static Officer reads(Draft draft, Case open) {
    Answering answering = Answering.of(draft, open);
    return switch (open) {
      case Case.Waiting w -> answering.toldAs(w.told());
      case Case.Acknowledged a ->
          answering
              .officer(a.officer())
              .flatMap(o -> draft.duty().insteadOf(o, answering.all(), draft.now()))
              .orElseGet(() -> answering.toldAs(1));
      case Case.Closed c -> answering.toldAs(1);
    };
  }

  // ---- nobody reads it just now

  private void tellIfNobodyReads(Draft draft, Person from, Case open, Officer reads) {
    Lately lately = open.lately();
    Instant told = lately.toldAway();
    if (told != null && draft.now().isBefore(told.plus(TOLD_ENOUGH))) return;
    Wording theirs = wording.to(draft, from.id());
    Map<String, String> values = new LinkedHashMap<>();
    boolean night = quiet(draft).cover(draft.now(), draft.cell().zone());
    if (night) {
      Instant morning = quiet(draft).endAfter(draft.now(), draft.cell().zone());
      values.put("morning", theirs.clock(draft, morning));
    }
    String id = night ? "officers.asleep" : "";
    values.put("officer", reads.name());
    if (open instanceof Case.Acknowledged taken && !taken.officer().equals(reads.slackUser())) {
      id = "officers.away";
      values.put("stand-in", reads.name());
      values.remove("officer");
      draft
          .duty()
          .offNow(taken.officer(), draft.now())
          .filter(off -> !draft.duty().hasLeft(taken.officer()))
          .ifPresent(
              off -> {
                values.put("officer", CaseCard.officerName(draft, open, taken.officer()));
                values.put("until", theirs.clock(draft, off.until()));
              });
    }
    if (id.isEmpty()) return;
    current(draft, open).ifPresent(c -> draft.put(c.toldAwayAt(draft.now())));
    draft.tell(from.id(), theirs.say(id, values), HOLD);
  }

  private static QuietHours quiet(Draft draft) {
    return draft.cell().rules().quietHours();
  }

  private static Optional<Case> current(Draft draft, Case open) {
    return draft.cases().stream().filter(c -> c.id().equals(open.id())).findFirst();
  }

  // ---- the assistant answers again

  /** An officer says so; the case stays open, and they may write again. */
  void handBack(Draft draft, Case open) {
    handBack(draft, open, "case.released");
  }

  /** Nobody has written for a while. */
  void rang(Draft draft, Alarm.HandBack alarm) {
    draft.cases().stream()
        .filter(c -> c.id().equals(alarm.caseId()) && c.isOpen())
        .findFirst()
        .ifPresent(
            c -> {
              Instant due = c.lastSaid().plus(draft.cell().rules().handBackAfter());
              if (due.isAfter(draft.now())) draft.wake(alarm, due);
              else handBack(draft, c, "officers.released-by-itself");
            });
  }

  private void handBack(Draft draft, Case open, String id) {
    Person person = draft.person(open.person()).orElse(null);
    draft.silence(new Alarm.HandBack(open.id()).key());
    if (person == null || !person.quietUntilReleased()) return;
    draft.put(person.quiet(false));
    cases.threadLine(draft, open, id, null, null);
    String name =
        open instanceof Case.Acknowledged a
            ? CaseCard.officerName(draft, open, a.officer())
            : reads(draft, open).name();
    Wording theirs = wording.to(draft, person.id());
    draft.tell(person.id(), theirs.say("officers.handed-back", Map.of("officer", name)), HOLD);
  }
}
