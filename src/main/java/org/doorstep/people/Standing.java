package org.doorstep.people;

/** What somebody is in the Slack workspace where they did something. */
public enum Standing {
  MEMBER,
  /** Invited into single channels: they read there, and it is not theirs to act. */
  GUEST,
  /** Of another organisation's workspace, in a channel that is shared with it. */
  OUTSIDER,
  /** Their account is closed. */
  GONE
}
