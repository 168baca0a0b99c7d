package org.doorstep.people;

/** How a volunteer gets about. */
public enum Travel {
  ON_FOOT,
  BICYCLE,
  BUS,
  CAR
}
