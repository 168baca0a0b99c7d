package org.doorstep.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.LeadsOrder;

/**
 * A lead writes "assign Amy" below a job's post. Amy is asked, and nobody else may take it until
 * she has answered; of two leads the first one's word counts.
 */
final class Leads {

  /** The order's name in {@code common.yml}. */
  static final String ORDER = "assign";

  private final Wording wording;
  private final Board board;
  private final Turns turns;
  private final Returns returns;

  Leads(Wording wording, Board board, Turns turns, Returns returns) {
    this.returns = returns;
    this.wording = wording;
    this.board = board;
    this.turns = turns;
  }

  /** Whom to look up for what was written below a job's post. */
  Optional<Enquiry> asks(Dossier dossier, Inbound.InThread written) {
    return named(wording.in(dossier.cell().language()), written)
        .flatMap(name -> job(dossier))
        .map(Enquiry.VolunteersNear::around);
  }

  private static Optional<String> named(Wording words, Inbound.InThread written) {
    return words
        .talk()
        .leadsOrder(written.text())
        .filter(order -> order.name().equals(ORDER) && order.job().isEmpty())
        .map(LeadsOrder::rest);
  }

  /** "Decline too far for us", without the number that it needs elsewhere: the reason. */
  private static Optional<String> declines(
      Wording words, Inbound.InThread written, HelpRequest job) {
    String[] said = written.text().strip().split("\\s+", 2);
    String full = said[0] + " " + Overview.reference(job) + (said.length > 1 ? " " + said[1] : "");
    return words
        .talk()
        .leadsOrder(full)
        .filter(order -> order.name().equals(Returns.ORDER))
        .map(LeadsOrder::rest);
  }

  private static Optional<HelpRequest> job(Dossier dossier) {
    return dossier.requests().stream()
        .filter(r -> Board.anchor(r).equals(dossier.anchor()))
        .findFirst();
  }

  void written(Draft draft, Inbound.InThread written) {
    Optional<HelpRequest> found = job(draft.dossier());
    if (found.isEmpty()) elsewhere(draft, written);
    Optional<String> name = named(wording.toCell(draft), written);
    if (found.isEmpty()) return;
    Optional<String> no = declines(wording.toCell(draft), written, found.get());
    if (name.isEmpty() && no.isEmpty()) return;
    HelpRequest job = found.get();
    if (!draft.cell().leads(written.sender().address(), job.particulars().group())) {
      board.thread(draft, job, "job.thread-not-a-lead", Map.of());
      return;
    }
    if (no.isPresent()) {
      returns.declinedBelow(draft, job, no.get());
      return;
    }
    switch (job) {
      case HelpRequest.Seeking s when Parts.withOfficer(draft, s) ->
          board.thread(draft, job, "job.thread-over", Map.of());
      case HelpRequest.Seeking seeking -> assign(draft, seeking, name.get());
      case Kept kept -> already(draft, job, kept.volunteer());
      case HelpRequest.Claimed claimed -> already(draft, job, claimed.holder());
      case Delivered delivered -> already(draft, job, delivered.holder());
      case InTriage t -> board.thread(draft, job, "job.thread-over", Map.of());
      case WithOfficer w -> board.thread(draft, job, "job.thread-over", Map.of());
      case HelpRequest.Closed c -> board.thread(draft, job, "job.thread-over", Map.of());
    }
  }

  /** An order below a post that is not the job's any more: another group has it. */
  private void elsewhere(Draft draft, Inbound.InThread written) {
    String anchor = draft.dossier().anchor();
    boolean orders =
        wording
            .toCell(draft)
            .talk()
            .leadsOrder(written.text())
            .filter(JobOrders::about)
            .isPresent();
    if (anchor == null || !orders) return;
    draft.requests().stream()
        .filter(job -> Board.wasAnchor(anchor, job))
        .findFirst()
        .ifPresent(job -> board.elsewhere(draft, written.thread().channel(), anchor, job));
  }

  private void already(Draft draft, HelpRequest job, PersonId volunteer) {
    board.thread(draft, job, "job.thread-already", board.named(draft, volunteer), volunteer);
  }

  private void assign(Draft draft, HelpRequest.Seeking seeking, String name) {
    switch (Named.of(draft, name, seeking, Set.of())) {
      case Named.One one -> assign(draft, seeking, one.volunteer());
      case Named.Several s ->
          board.thread(draft, seeking, "job.thread-several", Map.of("volunteer", name));
      case Named.Nobody n ->
          board.thread(draft, seeking, "job.thread-nobody", Map.of("volunteer", name));
    }
  }

  /** They are asked, wherever the order was given; the channel sees it too. */
  void assign(Draft draft, HelpRequest.Seeking seeking, Person volunteer) {
    Kept kept = seeking.assignedTo(volunteer.id(), draft.now());
    draft.put(kept);
    draft.fact(new Fact.Assigned(kept.id(), volunteer.id()));
    draft.silence(new Alarm.NextWave(kept.id(), 0).key());
    Reminders.silence(draft, kept);
    Map<String, String> values = Map.of("volunteer", wording.toCell(draft).name(volunteer));
    board.thread(draft, kept, "job.thread-asked", values, volunteer.id());
    board.update(draft, kept);
    turns.begin(draft, kept);
  }
}
