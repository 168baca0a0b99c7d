package org.doorstep.understand;

/** What a message tells of for which there is a rule that holds for everybody. */
public enum Caution {
  /** Its writer is under eighteen. */
  YOUNG,
  /** Somebody is said to have done wrong. */
  ALLEGATION,
  /** A bank card, its PIN or an account is asked for, or given away. */
  CARD,
  /** Somebody asks somebody for money. */
  MONEY,
  /** Somebody would live with somebody else. */
  MOVING_IN,
  /** The power is off. */
  POWER_CUT
}
