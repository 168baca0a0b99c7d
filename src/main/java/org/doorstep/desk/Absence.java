package org.doorstep.desk;

/** Why nothing can be posted at a place in Slack. */
public enum Absence {
  /** Nobody there has let Doorstep in yet. */
  NOT_LET_IN,
  /** Doorstep was taken out of the workspace. */
  UNINSTALLED,
  /** Its token counts no more, or the workspace is closed. */
  REVOKED,
  /** The channel was archived. */
  ARCHIVED,
  /** Doorstep is not in the channel. */
  NOT_INVITED,
  /** There is no such channel, or none that Doorstep may know of. */
  NO_CHANNEL
}
