package org.doorstep.understand;

import org.doorstep.cell.Money;

/** What somebody says of money that they have laid out. */
public sealed interface Outlay {

  /** Whether they say that they paid: an amount alone may be something else. */
  boolean said();

  record Paid(Money amount, boolean said) implements Outlay {}

  /** It was a mistake: they paid nothing. */
  record Nothing(boolean said) implements Outlay {}

  /** It speaks of paying, and the amount cannot be read, or is none that a neighbour lays out. */
  record Unclear(boolean said) implements Outlay {}
}
