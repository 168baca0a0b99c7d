package org.doorstep.understand;

/** What kind of danger somebody's words tell of. */
public enum Danger {
  MEDICAL,
  SELF_HARM,
  VIOLENCE,
  ABUSE,
  FIRE_GAS,
  EXPLOITATION,
  MISSING
}
