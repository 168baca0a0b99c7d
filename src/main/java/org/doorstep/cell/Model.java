package org.doorstep.cell;

/** Who looks first at what neighbours could do. */
public enum Model {
  /** The volunteers near by are asked at once; the cell watches and catches what falls through. */
  DIRECT,
  /** The hub of the area, which sends its own people or has the neighbours asked. */
  HUBS,
  /** The local infrastructure organisation, which gives it to a group, a hub or itself. */
  BROKER
}
