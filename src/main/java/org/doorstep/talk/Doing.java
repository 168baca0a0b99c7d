package org.doorstep.talk;

import java.util.Locale;

/** What a flow may ask to be done: the whole list of {@code do:}. */
public enum Doing {
  CREATE_REQUEST,
  CANCEL_REQUEST,
  JOIN,
  HAND_OVER,
  OPT_OUT,
  OPT_IN,
  PAUSE,
  RESUME,
  GO_ON_DUTY,
  GO_OFF_DUTY,
  PASS_JOB_ON,
  SHOW_MY_JOBS,
  SHOW_NEAR_ME,
  SHOW_MY_PROFILE,
  SHOW_MY_DATA,
  SHOW_PRIVACY,
  SHOW_CONSENTS,
  SHOW_GUIDE,
  SHOW_DIRECTORY,
  REPORT_ENTRY,
  SHOW_REGULAR_HELP,
  OFFER_THING,
  SHOW_THINGS,
  MUTE_BULLETINS,
  HEAR_BULLETINS,
  CHOOSE_LANGUAGE,
  ERASE_ME,
  UNDO_LAST_ANSWER;

  /** As written in a flow: {@code create-request}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
