package org.doorstep.help;

/** How often help is wanted, where it is wanted more than once. */
public enum Recurrence {
  DAILY,
  WEEKDAYS,
  WEEKLY,
  FORTNIGHTLY,
  MONTHLY
}
