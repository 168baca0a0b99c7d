package org.doorstep.cell;

/** How a group stands to the council. */
public enum Stance {
  /** Referrals flow, with consent. */
  INTEGRATED,
  /** The lead decides on each referral. */
  LOOSE,
  /** Nothing personal crosses; people are told whom to contact. */
  ARMS_LENGTH
}
