package org.doorstep.help;

import java.util.Locale;

/** Why somebody may not be asked. */
public enum Bar {
  DOES_NOT_VOLUNTEER,
  STOPPED,
  PAUSED,
  THEIR_OWN,
  ASKED_BEFORE,
  DECLINED,
  KEPT_APART,
  NOT_ON_DUTY,
  ASLEEP,
  NOT_THAT_DAY,
  NOT_AT_THAT_TIME,
  HANDS_FULL,
  TOO_FAR,
  BEYOND_THEIR_REACH,
  WRONG_TRANSPORT,
  LACKS_A_BADGE;

  /** As in the flows: {@code too-far}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
