package org.doorstep.people;

/** The ways by which people write to Doorstep. */
public enum Channel {
  WHATSAPP,
  SMS,
  SLACK,
  /** They are rung: nothing is ever written to them. */
  PHONE
}
