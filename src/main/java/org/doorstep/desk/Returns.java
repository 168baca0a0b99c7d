package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.help.Crossing;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.help.Referred;
import org.doorstep.help.WithOfficer;
import org.jspecify.annotations.Nullable;

/**
 * What was referred to a group comes back to whoever referred it. What has come back twice goes
 * nowhere by itself any more: the officers are asked by name, and have a clock.
 */
final class Returns {

  /** The order's name in {@code common.yml}. */
  static final String ORDER = "decline";

  private final Wording wording;
  private final ToLead toLead;
  private final Board board;
  private final Cases cases;
  private final Turns turns;
  private final Residents residents;

  Returns(Wording wording, Board board, Cases cases, Turns turns, Residents residents) {
    this.residents = residents;
    this.wording = wording;
    this.toLead = new ToLead(wording);
    this.board = board;
    this.cases = cases;
    this.turns = turns;
  }

  Residents residents() {
    return residents;
  }

  // ---- a group gives it back

  /** A lead's order. */
  void declined(Draft draft, Lead lead, HelpRequest job, String reason) {
    String answer = declined(draft, job, reason);
    toLead.tell(draft, lead, job, Refer.FLOW + "." + answer);
  }

  /** Below the job's post. */
  void declinedBelow(Draft draft, HelpRequest job, String reason) {
    board.thread(draft, job, Refer.FLOW + "." + declined(draft, job, reason), Map.of());
  }

  /**
   * @return which answer the lead gets
   */
  private String declined(Draft draft, HelpRequest job, String reason) {
    if (job.particulars().crossed().in() == null) return "decline-not-referred";
    if (reason.isBlank()) return "decline-why";
    if (!(job instanceof HelpRequest.Seeking seeking) || seeking.search().handedOver()) {
      return job.over() ? "decline-over" : "decline-not-open";
    }
    String group = seeking.particulars().group();
    draft.fact(new Fact.GivenBack(seeking.id(), group));
    // whoever was asked may take it no more
    HelpRequest.Seeking back = givenBack(draft, seeking.askedAgain(), group);
    draft.silence(new Alarm.NextWave(back.id(), 0).key());
    if (back.particulars().crossed().stuck()) {
      stuck(draft, back, reason.strip());
    } else {
      Triage.put(draft, back, new Decider.Referrer(group, reason.strip()));
      draft.wake(new Alarm.Undecided(back.id(), draft.now(), 0), answerBy(draft));
    }
    draft.request(back.id().value()).ifPresent(now -> board.update(draft, now));
    return "decline-done";
  }

  private static Instant answerBy(Draft draft) {
    Cell cell = draft.cell();
    Instant usual = draft.now().plus(cell.rules().neighboursAnswerWithin());
    return cell.rules().quietHours().endAfter(usual, cell.zone());
  }

  /** All parts of a job for several people know of it. */
  private static HelpRequest.Seeking givenBack(
      Draft draft, HelpRequest.Seeking seeking, String by) {
    for (HelpRequest part : Parts.others(draft, seeking)) draft.put(back(part, by));
    HelpRequest.Seeking all = (HelpRequest.Seeking) back(seeking, by);
    draft.put(all);
    return all;
  }

  private static HelpRequest back(HelpRequest request, String by) {
    Crossing crossing = request.particulars().crossed().givenBackBy(by);
    return request.with(request.particulars().crossed(crossing));
  }

  /** Somebody has to settle it. */
  private void stuck(Draft draft, HelpRequest.Seeking seeking, @Nullable String reason) {
    draft.put(new WithOfficer(seeking.particulars(), seeking.search(), draft.now()));
    for (HelpRequest part : Parts.others(draft, seeking)) {
      if (part instanceof HelpRequest.Seeking s) {
        draft.put(new WithOfficer(s.particulars(), s.search(), draft.now()));
      } else if (part instanceof InTriage t) draft.put(t.passedOn(draft.now()));
    }
    asksOfficers(draft, seeking, reason);
  }

  private void asksOfficers(Draft draft, HelpRequest request, @Nullable String reason) {
    cases.open(draft, Reason.RETURNED, request.resident(), request, reason);
    Reminders.set(draft, request);
    tellResident(draft, request, "with-officers", Map.of());
  }

  // ---- whoever referred it decides

  /** It is put to another group. */
  boolean given(Draft draft, InTriage waiting, String to) {
    Group other = draft.cell().group(to).orElse(null);
    if (other == null || waiting.particulars().crossed().back().contains(to)) return false;
    draft.silence(Alarm.Undecided.keyOf(waiting.id()));
    HelpRequest.Seeking theirs = waiting.toNeighbours().handedOnTo(other.id());
    for (HelpRequest part : Parts.others(draft, waiting)) {
      if (part instanceof InTriage t) draft.put(t.toNeighbours().handedOnTo(other.id()));
    }
    draft.put(theirs);
    draft.fact(new Fact.HandedOn(theirs.id(), waiting.particulars().group(), other.id()));
    board.handedOn(draft, waiting, theirs);
    turns.begin(draft, theirs);
    tellResident(draft, theirs, "given-to-group", Map.of());
    return true;
  }

  /** They have said nothing for too long. */
  void unanswered(Draft draft, InTriage waiting) {
    String reason = waiting.by() instanceof Decider.Referrer(_, String why) ? why : null;
    Referred in = ReferThread.referred(waiting).orElse(null);
    if (in == null) return;
    Triage.released(draft, waiting.toNeighbours());
    stuck(draft, givenBack(draft, waiting.toNeighbours(), in.by()), reason);
  }

  // ---- what was passed on is given back

  /**
   * The resident is told, with the reason.
   *
   * @param by the id of a partner, or the officers
   * @param name theirs
   */
  WithOfficer back(Draft draft, WithOfficer with, String by, String name, String reason) {
    draft.fact(new Fact.GivenBack(with.id(), by));
    for (HelpRequest part : Parts.others(draft, with)) draft.put(back(part, by));
    WithOfficer back = (WithOfficer) back(with, by);
    draft.put(back);
    tellResident(draft, back, "given-back", Map.of("partner", name, "text", reason));
    return back;
  }

  /** To the neighbours, where it is something for them, or to the officers. */
  void next(Draft draft, WithOfficer back, String reason) {
    if (back.particulars().crossed().stuck()) {
      asksOfficers(draft, back, reason);
    } else if (back.particulars().level().level().aboveNeighbours()) {
      cases.open(draft, Reason.REFERRAL, back.resident(), back, reason);
      Reminders.set(draft, back);
      tellResident(draft, back, "with-officers", Map.of());
    } else {
      residents.askAgain(draft, back);
      tellResident(draft, back, "asks-neighbours", Map.of());
    }
  }

  void tellResident(Draft draft, HelpRequest request, String id, Map<String, String> more) {
    Wording theirs = wording.to(draft, request.resident());
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.putAll(more);
    draft.tell(request.resident(), theirs.say(Refer.FLOW + "." + id, values), HOLD);
  }
}
