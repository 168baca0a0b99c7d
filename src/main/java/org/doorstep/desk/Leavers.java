package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;

/**
 * Somebody who looked at cases is not there any more: they have left the workspace, or the cell's
 * file does not name them now. Whoever is next looks after what was theirs, and all who are
 * concerned hear of it.
 */
final class Leavers {

  private final Wording wording;
  private final Cases cases;

  Leavers(Wording wording, Cases cases) {
    this.wording = wording;
    this.cases = cases;
  }

  static List<Enquiry> asks() {
    return List.of(new Enquiry.CasesNow(false));
  }

  /** For good: whoever comes back says that they are on duty. */
  void left(Draft draft, String user) {
    draft.put(draft.duty().off(user, new Duty.Off(Instant.MAX, null)));
    handOn(draft, taken -> taken.officer().equals(user));
  }

  /** Those of whom the cell's file knows no more. */
  void edited(Draft draft) {
    handOn(draft, taken -> !isNamed(draft, taken));
  }

  private static boolean isNamed(Draft draft, Case.Acknowledged taken) {
    return Answering.of(draft.cell(), taken).officer(taken.officer()).isPresent()
        || outside(draft, taken);
  }

  /** A named contact who was called has it. */
  private static boolean outside(Draft draft, Case.Acknowledged taken) {
    return draft.cell().safeguarding().called().anyMatch(c -> c.name().equals(taken.officer()));
  }

  /** One case at a time, each as it is by then. */
  private static void handOn(Draft draft, Predicate<Case.Acknowledged> theirs) {
    for (Case each : draft.dossier().answers().cases()) {
      if (each instanceof Case.Acknowledged taken && theirs.test(taken)) {
        draft.wake(new Alarm.OfficerGone(taken.id(), taken.officer()), draft.now());
      }
    }
  }

  void rang(Draft draft, Alarm.OfficerGone gone) {
    for (Case each : draft.cases()) {
      if (each.id().equals(gone.caseId())
          && each instanceof Case.Acknowledged taken
          && taken.officer().equals(gone.user())) {
        handOn(draft, taken);
      }
    }
  }

  private void handOn(Draft draft, Case.Acknowledged taken) {
    Answering answering = Answering.of(draft, taken);
    if (outside(draft, taken)) return;
    boolean known = answering.officer(taken.officer()).isPresent();
    if (known && draft.duty().isOn(taken.officer(), draft.now())) return;
    Officer next = OfficersLine.reads(draft, taken);
    // where nobody is on duty there is nobody to whom it could go
    if (known && !draft.duty().isOn(next.slackUser(), draft.now())) return;
    cases.handOn(draft, taken, next, "officers.left-to");
    Reason reason = taken.matter().reason();
    if (reason.ofARequest() && reason != Reason.REFERRAL) return;
    Wording theirs = wording.to(draft, taken.person());
    draft.tell(
        taken.person(), theirs.say("officers.new-officer", Map.of("officer", next.name())), HOLD);
  }
}
