package org.doorstep.desk;

import org.doorstep.understand.Danger;

/**
 * Fixed and reviewed texts for whoever is in danger. The number rises whenever the English words of
 * one change; it is written down with each case, so that it stays known who was told what.
 */
enum Advice {
  ANY("common.danger", 1),
  SELF_HARM("common.danger-self-harm", 2),
  FIRE_GAS("common.danger-fire-gas", 1),
  ABUSE("safeguarding.advice-abuse", 1),
  YOUNG("safeguarding.advice-young", 1),
  VOLUNTEER("safeguarding.advice-volunteer", 1),
  POWER_CUT("safeguarding.advice-power-cut", 1);

  private final String id;
  private final int version;

  Advice(String id, int version) {
    this.id = id;
    this.version = version;
  }

  static Advice of(Danger danger) {
    return switch (danger) {
      case SELF_HARM -> SELF_HARM;
      case FIRE_GAS -> FIRE_GAS;
      case VIOLENCE, ABUSE -> ABUSE;
      case MEDICAL, EXPLOITATION, MISSING -> ANY;
    };
  }

  /** The text's name in the flows. */
  String id() {
    return id;
  }

  /** As it is written down: {@code common.danger/1}. */
  String versioned() {
    return id + "/" + version;
  }
}
