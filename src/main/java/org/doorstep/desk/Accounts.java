package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Money;
import org.doorstep.cell.PayingBack;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.understand.Outlay;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a volunteer says they paid, and tells those whom it concerns, with the group's rule.
 * No money moves here, and nobody is asked for where it should go.
 */
final class Accounts {

  private final Wording wording;
  private final Board board;
  private final Holders holders;

  Accounts(Wording wording, Board board, Holders holders) {
    this.wording = wording;
    this.board = board;
    this.holders = holders;
  }

  void take(Draft draft, Person me, HelpRequest job, Outlay outlay) {
    Optional<Expense> before = Outlays.kept(draft, job, me.id());
    if (before.filter(kept -> kept.paidBack() != null).isPresent()) {
      tell(draft, me, job, before.get(), "expenses.settled");
      return;
    }
    switch (outlay) {
      case Outlay.Paid paid -> paid(draft, me, job, before.orElse(null), paid.amount());
      case Outlay.Nothing n ->
          before.ifPresentOrElse(
              kept -> takenBack(draft, me, job, kept),
              () -> draft.tell(me.id(), words(draft, me).say("expenses.none-kept"), HOLD));
      case Outlay.Unclear u -> draft.tell(me.id(), words(draft, me).say("expenses.unclear"), HOLD);
    }
  }

  private void paid(
      Draft draft, Person me, HelpRequest job, @Nullable Expense before, Money amount) {
    String group = job.particulars().group();
    Expenses month = Outlays.thisMonth(draft, group);
    if (before == null && month.full()) {
      draft.tell(me.id(), words(draft, me).say("expenses.full"), HOLD);
      return;
    }
    if (before != null && before.amount().equals(amount)) {
      tell(draft, me, job, before, "expenses.known");
      return;
    }
    Expense now =
        before != null
            ? before.of(amount)
            : new Expense(
                month.last() + 1,
                job.id(),
                job.particulars().need(),
                me.id(),
                amount,
                draft.now(),
                draft.cell().payingBackIn(group),
                null,
                null);
    Outlays.put(draft, group, now);
    draft.fact(new Fact.PaidFor(job.id(), me.id()));
    if (job instanceof HelpRequest.Claimed claimed) holders.heardOf(draft, claimed);
    String by = now.rule().by().name().toLowerCase(Locale.ROOT);
    Map<String, String> mine = values(draft, words(draft, me), job, now);
    Wording residents = wording.to(draft, job.resident());
    Map<String, String> theirs = values(draft, residents, job, now);
    theirs.put("volunteer", residents.name(me));
    if (before != null) {
      mine.put("before", before.amount().toString());
      theirs.put("before", before.amount().toString());
    }
    draft.tell(me.id(), words(draft, me).say("expenses.kept-" + by, mine), HOLD);
    draft.tell(job.resident(), residents.say("expenses.told-" + by, theirs), HOLD, me.id());
    if (now.over()) {
      Wording cells = wording.toCell(draft);
      Map<String, String> leads = values(draft, cells, job, now);
      leads.put("volunteer", cells.name(me));
      board.thread(draft, job, "expenses.thread-over", leads, me.id());
    }
  }

  private void takenBack(Draft draft, Person me, HelpRequest job, Expense kept) {
    Outlays.remove(draft, kept);
    draft.fact(new Fact.PaidFor(job.id(), me.id()));
    tell(draft, me, job, kept, "expenses.taken-back");
    Wording residents = wording.to(draft, job.resident());
    Map<String, String> values = values(draft, residents, job, kept);
    values.put("volunteer", residents.name(me));
    draft.tell(job.resident(), residents.say("expenses.taken-back-told", values), HOLD, me.id());
  }

  private void tell(Draft draft, Person me, HelpRequest job, Expense expense, String id) {
    Wording theirs = words(draft, me);
    draft.tell(me.id(), theirs.say(id, values(draft, theirs, job, expense)), HOLD);
  }

  private Wording words(Draft draft, Person me) {
    return wording.to(draft, me.id());
  }

  private static Map<String, String> values(
      Draft draft, Wording theirs, HelpRequest job, Expense expense) {
    Map<String, String> values = theirs.open(draft, job);
    PayingBack rule = expense.rule();
    values.put("amount", expense.amount().toString());
    if (rule.atMost() != null) values.put("limit", rule.atMost().toString());
    if (expense.over()) {
      values.put("beyond", expense.amount().beyond(rule.of(expense.amount())).toString());
    }
    return values;
  }
}
