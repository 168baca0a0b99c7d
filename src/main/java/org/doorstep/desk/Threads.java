package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import java.util.Optional;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Officer;

/** What officers write in a case's thread goes to the person, but for lines that start with //. */
final class Threads {

  private static final String INTERNAL = "//";

  private final Wording wording;
  private final Cases cases;
  private final Leads leads;
  private final OfficersLine line;
  private final ReferPresses refer;

  Threads(Wording wording, Cases cases, Leads leads, OfficersLine line, ReferPresses refer) {
    this.refer = refer;
    this.wording = wording;
    this.cases = cases;
    this.leads = leads;
    this.line = line;
  }

  /** In the threads of what was referred: all that becomes of it. */
  void changed(Draft draft) {
    refer.changed(draft);
  }

  void written(Draft draft, Inbound.InThread written) {
    if (ReferThread.isIts(draft.dossier().anchor())) {
      refer.written(draft, written);
      return;
    }
    boolean stranger = Strangers.is(draft.cell(), written.sender());
    if (!stranger) leads.written(draft, written);
    Optional<Case> found = caseOf(draft);
    Optional<Officer> officer =
        found
            .filter(c -> !stranger)
            .flatMap(
                c -> Answering.of(draft.cell(), c).officer(written.sender().address().value()));
    if (found.isEmpty() || written.text().strip().startsWith(INTERNAL)) return;
    if (officer.isEmpty()) {
      String why = found.get().isSealed() ? Calls.FLOW + ".only-them" : "case.not-an-officer";
      cases.threadLine(draft, found.get(), why, null, null);
      return;
    }
    switch (found.get()) {
      case Case.Waiting waiting -> {
        cases.acknowledge(draft, waiting, officer.get());
        send(draft, written, waiting, officer.get());
      }
      case Case.Acknowledged taken -> send(draft, written, taken, officer.get());
      case Case.Closed closed ->
          cases.threadLine(draft, closed, "case.not-sent-closed", null, null);
    }
  }

  /** The officer has the line from now on: the bot keeps quiet until the case is closed. */
  private void send(Draft draft, Inbound.InThread written, Case open, Officer officer) {
    if (written.hasFiles()) cases.threadLine(draft, open, "case.not-sent-file", null, null);
    if (written.text().isBlank()) return;
    draft
        .person(open.person())
        .ifPresent(
            person -> {
              line.spoken(draft, open, person);
              Audits.note(draft, open, Audit.Kind.REPLIED, officer.slackUser());
              draft.tell(
                  person.id(),
                  wording
                      .to(draft, person.id())
                      .say(
                          "case.officer-says",
                          Map.of("officer", officer.name(), "text", written.text().strip())),
                  HOLD,
                  false,
                  new Origin(written.message(), Cases.anchor(open)));
            });
  }

  /** What has been sent cannot be taken back; the officer is told so. */
  void amended(Draft draft, Inbound.Amended amended) {
    if (ReferThread.isIts(draft.dossier().anchor())) refer.amended(draft);
    caseOf(draft).ifPresent(c -> cases.threadLine(draft, c, "case.not-sent-edited", null, null));
  }

  private static Optional<Case> caseOf(Draft draft) {
    String anchor = draft.dossier().anchor();
    return draft.cases().stream().filter(c -> Cases.anchor(c).equals(anchor)).findFirst();
  }
}
