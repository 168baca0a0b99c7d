package org.doorstep.cell;

/** How somebody becomes a volunteer of a group. */
public enum Join {
  /** By saying so. */
  OPEN,
  /** Once one of its leads has agreed. */
  LEAD_APPROVES,
  /** Only whoever is on a list that was read in, or whom a lead has invited. */
  INVITATION
}
