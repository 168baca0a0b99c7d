package org.doorstep.help;

/** Why somebody may not be asked. */
enum Bar {
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

  /** Whether it keeps them from it whoever takes the first step. */
  boolean forGood() {
    return switch (this) {
      case DOES_NOT_VOLUNTEER,
          STOPPED,
          THEIR_OWN,
          DECLINED,
          KEPT_APART,
          BEYOND_THEIR_REACH,
          WRONG_TRANSPORT,
          LACKS_A_BADGE ->
          true;
      case PAUSED,
          ASKED_BEFORE,
          NOT_ON_DUTY,
          ASLEEP,
          NOT_THAT_DAY,
          NOT_AT_THAT_TIME,
          HANDS_FULL,
          TOO_FAR ->
          false;
    };
  }
}
