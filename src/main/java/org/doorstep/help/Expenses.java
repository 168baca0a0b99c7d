package org.doorstep.help;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.cell.Money;
import org.doorstep.people.PersonId;

/**
 * What was laid out in one group in one month.
 *
 * @param last the number that was given last
 */
public record Expenses(String group, YearMonth month, int last, List<Expense> all) {

  /** More than this in a month is no neighbourhood's. */
  public static final int MOST = 2000;

  public Expenses {
    all = List.copyOf(all);
  }

  public static Expenses none(String group, YearMonth month) {
    return new Expenses(group, month, 0, List.of());
  }

  public Optional<Expense> of(RequestId job, PersonId payer) {
    return all.stream().filter(e -> e.job().equals(job) && e.payer().equals(payer)).findFirst();
  }

  /** Only what one of them did. */
  public Expenses laidOutBy(PersonId payer) {
    return new Expenses(
        group, month, last, all.stream().filter(e -> e.payer().equals(payer)).toList());
  }

  public boolean full() {
    return all.size() >= MOST;
  }

  /** In place of what the same volunteer said of the same job before. */
  public Expenses with(Expense expense) {
    boolean there = all.stream().anyMatch(expense::same);
    List<Expense> now =
        there
            ? all.stream().map(e -> e.same(expense) ? expense : e).toList()
            : Stream.concat(all.stream(), Stream.of(expense)).toList();
    return new Expenses(group, month, Math.max(last, expense.number()), now);
  }

  public Expenses without(Expense expense) {
    return new Expenses(group, month, last, all.stream().filter(e -> !e.same(expense)).toList());
  }

  public Money total() {
    return all.stream().map(Expense::amount).reduce(Money.NONE, Money::plus);
  }
}
