package org.doorstep.help;

import java.time.Instant;
import org.doorstep.cell.Money;
import org.doorstep.cell.PayingBack;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one volunteer has laid out for one job. It names nobody but them, by an id that means
 * nothing any more once they are forgotten.
 *
 * @param number counts the month's, from 1, and is never given again
 * @param at when they first said so
 * @param rule as it was then
 * @param receipt the fingerprint of its picture; null where none came
 * @param paidBack when somebody who runs the group said so; null until then
 */
public record Expense(
    int number,
    RequestId job,
    Need need,
    PersonId payer,
    Money amount,
    Instant at,
    PayingBack rule,
    @Nullable String receipt,
    @Nullable Instant paidBack) {

  public Expense of(Money other) {
    return new Expense(number, job, need, payer, other, at, rule, receipt, paidBack);
  }

  public Expense withReceipt(String fingerprint) {
    return new Expense(number, job, need, payer, amount, at, rule, fingerprint, paidBack);
  }

  /**
   * @param when null for not yet
   */
  public Expense paidBack(@Nullable Instant when) {
    return new Expense(number, job, need, payer, amount, at, rule, receipt, when);
  }

  public boolean over() {
    return rule.over(amount);
  }

  boolean same(Expense other) {
    return job.equals(other.job) && payer.equals(other.payer);
  }
}
