package org.doorstep.cell;

import org.jspecify.annotations.Nullable;

/**
 * A group's rule for what a volunteer has laid out. Doorstep tells people of it, and moves no
 * money.
 *
 * @param atMost how much is paid back for one job; null for all of it
 */
public record PayingBack(By by, @Nullable Money atMost) {

  /** Who pays it back. */
  public enum By {
    /** The resident, in cash. */
    RESIDENT,
    /** The group, out of its own float. */
    FLOAT,
    NOBODY
  }

  public static final PayingBack USUAL = new PayingBack(By.RESIDENT, new Money(3000));

  /** What of an amount is paid back. */
  public Money of(Money amount) {
    if (by == By.NOBODY) return Money.NONE;
    return atMost == null || amount.compareTo(atMost) <= 0 ? amount : atMost;
  }

  public boolean over(Money amount) {
    return by != By.NOBODY && of(amount).compareTo(amount) < 0;
  }
}
