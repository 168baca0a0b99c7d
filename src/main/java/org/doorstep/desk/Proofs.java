package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;

/**
 * The picture of a receipt: noted with what was paid. The same one counts once, whoever sends it.
 */
final class Proofs {

  /** So far back a receipt is known again: as long as expenses are usually kept. */
  private static final int MONTHS = 14;

  private final Wording wording;

  Proofs(Wording wording) {
    this.wording = wording;
  }

  /** All that a receipt may stand with already, so that of two at once one is heard again. */
  static Stream<Enquiry> asks(Cell cell, String picture, Instant now) {
    YearMonth month = Outlays.month(cell.zone(), now);
    Set<YearMonth> months =
        IntStream.range(0, MONTHS).mapToObj(month::minusMonths).collect(Collectors.toSet());
    Set<String> groups = cell.groups().stream().map(Group::id).collect(Collectors.toSet());
    return Stream.of(new Enquiry.PictureOf(picture), new Enquiry.ExpensesOf(groups, months));
  }

  /** Whether a picture came that may be a receipt; if so it has been dealt with. */
  boolean shown(Draft draft, Person me) {
    Looked looked = draft.dossier().answers().picture();
    List<HelpRequest> jobs = Outlays.jobs(draft.requests(), me.id(), draft.now());
    if (looked == null || jobs.isEmpty()) return false;
    switch (looked) {
      case Looked.Away a -> tell(draft, me, "expenses.receipt-away", Map.of());
      case Looked.Unfit u -> tell(draft, me, "expenses.receipt-unfit", Map.of());
      case Looked.Seen seen -> seen(draft, me, jobs, seen.fingerprint());
    }
    return true;
  }

  private void seen(Draft draft, Person me, List<HelpRequest> jobs, String fingerprint) {
    Optional<Expense> before =
        draft.expenses().stream()
            .map(Expenses::all)
            .flatMap(List::stream)
            .filter(e -> fingerprint.equals(e.receipt()))
            .findFirst();
    Optional<Expense> wanted =
        jobs.stream()
            .flatMap(job -> Outlays.kept(draft, job, me.id()).stream())
            .max(
                Comparator.comparing((Expense e) -> e.receipt() == null)
                    .thenComparing(Expense::at)
                    .thenComparing(Expense::number));
    if (before.isPresent()) {
      again(draft, me, jobs, before.get());
    } else if (wanted.isEmpty()) {
      tell(draft, me, "expenses.receipt-first", Map.of());
    } else {
      noted(draft, me, job(jobs, wanted.get()).orElseThrow(), wanted.get(), fingerprint);
    }
  }

  private static Optional<HelpRequest> job(List<HelpRequest> jobs, Expense expense) {
    return jobs.stream().filter(job -> job.id().equals(expense.job())).findFirst();
  }

  /** Nobody is told whose it was before. */
  private void again(Draft draft, Person me, List<HelpRequest> jobs, Expense before) {
    Wording theirs = wording.to(draft, me.id());
    Optional<HelpRequest> mine =
        before.payer().equals(me.id()) ? job(jobs, before) : Optional.empty();
    if (mine.isPresent()) {
      Map<String, String> values = theirs.open(draft, mine.get());
      values.put("amount", before.amount().toString());
      tell(draft, me, "expenses.receipt-known", values);
    } else {
      tell(draft, me, "expenses.receipt-twice", theirs.open(draft, jobs.getLast()));
    }
  }

  private void noted(Draft draft, Person me, HelpRequest job, Expense expense, String fingerprint) {
    Outlays.put(draft, job.particulars().group(), expense.withReceipt(fingerprint));
    Map<String, String> mine = wording.to(draft, me.id()).open(draft, job);
    mine.put("amount", expense.amount().toString());
    tell(draft, me, "expenses.receipt-kept", mine);
    Wording residents = wording.to(draft, job.resident());
    Map<String, String> theirs = residents.open(draft, job);
    theirs.put("amount", expense.amount().toString());
    theirs.put("volunteer", residents.name(me));
    draft.tell(job.resident(), residents.say("expenses.receipt-told", theirs), HOLD, me.id());
  }

  private void tell(Draft draft, Person me, String id, Map<String, String> values) {
    draft.tell(me.id(), wording.to(draft, me.id()).say(id, values), HOLD);
  }
}
