package org.doorstep.cell;

import java.util.Locale;

/** How much a request asks of whoever sees to it: the later, the further from the neighbours. */
public enum Level {
  /** Whoever lives near by can do it. */
  STREET,
  /** A hub has the people or the means for it. */
  HUB,
  /** Somebody who knows about just that: debt, housing, bereavement. */
  SPECIALIST,
  /** A public body has a duty here. */
  STATUTORY,
  /** It is for the emergency services; an officer hears of it at once. */
  EMERGENCY;

  /** As in a cell's file: {@code specialist}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is more than neighbours and their hubs can do, and needs a yes to be passed on. */
  public boolean aboveNeighbours() {
    return compareTo(HUB) > 0;
  }
}
