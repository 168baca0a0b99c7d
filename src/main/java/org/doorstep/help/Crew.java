package org.doorstep.help;

import java.util.List;

/**
 * A job that takes more than one person: each of them has a request of their own, so that each is
 * held by exactly one, and these know each other.
 *
 * @param part which of them this one is, from 1
 * @param others the other parts
 */
public record Crew(int part, List<RequestId> others) {

  public Crew {
    others = List.copyOf(others);
  }

  public int size() {
    return others.size() + 1;
  }
}
