package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.Delivered;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;

/** For which jobs somebody may have laid something out, and what is kept of it. */
final class Outlays {

  /** After a job is over, so long. */
  private static final Duration LATELY = Duration.ofDays(7);

  private Outlays() {}

  /** The jobs that they have, or that were theirs when they ended, the newest last. */
  static List<HelpRequest> jobs(List<HelpRequest> all, PersonId me, Instant now) {
    return all.stream()
        .filter(
            job ->
                switch (job) {
                  case HelpRequest.Claimed c -> c.holder().equals(me);
                  case Delivered d -> d.holder().equals(me);
                  case HelpRequest.Closed c ->
                      me.equals(c.helper()) && c.at().plus(LATELY).isAfter(now);
                  case HelpRequest other -> false;
                })
        .toList();
  }

  static Enquiry of(List<HelpRequest> jobs, ZoneId zone, Instant now) {
    return in(
        jobs.stream().map(job -> job.particulars().group()).collect(Collectors.toSet()), zone, now);
  }

  /**
   * This month and the one before: what was paid on the last of a month is put right on the first.
   */
  static Enquiry in(Set<String> groups, ZoneId zone, Instant now) {
    YearMonth month = month(zone, now);
    return new Enquiry.ExpensesOf(groups, Set.of(month, month.minusMonths(1)));
  }

  static YearMonth month(ZoneId zone, Instant now) {
    return YearMonth.from(LocalDate.ofInstant(now, zone));
  }

  static Expenses thisMonth(Draft draft, String group) {
    YearMonth month = month(draft.cell().zone(), draft.now());
    return draft.expenses().stream()
        .filter(e -> e.group().equals(group) && e.month().equals(month))
        .findFirst()
        .orElseGet(() -> Expenses.none(group, month));
  }

  static Optional<Expense> kept(Draft draft, HelpRequest job, PersonId payer) {
    return draft.expenses().stream().flatMap(e -> e.of(job.id(), payer).stream()).findFirst();
  }

  /** Where it stands already, or else in this month. */
  static void put(Draft draft, String group, Expense expense) {
    Expenses where =
        draft.expenses().stream()
            .filter(e -> e.of(expense.job(), expense.payer()).isPresent())
            .findFirst()
            .orElseGet(() -> thisMonth(draft, group));
    draft.put(where.with(expense));
  }

  static void remove(Draft draft, Expense expense) {
    draft.expenses().stream()
        .filter(e -> e.of(expense.job(), expense.payer()).isPresent())
        .forEach(e -> draft.put(e.without(expense)));
  }
}
