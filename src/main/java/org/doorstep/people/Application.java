package org.doorstep.people;

import java.time.Instant;

/**
 * Somebody would volunteer, and a lead has yet to agree. Until then it counts for nothing.
 *
 * @param offer what they offer, and to which group
 */
public record Application(Volunteering offer, Instant since) {

  @Override
  public String toString() {
    return "Application[" + offer.group() + "]";
  }
}
