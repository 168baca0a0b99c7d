package org.doorstep.people;

import org.jspecify.annotations.Nullable;

/**
 * A lead's list says that somebody would volunteer. Until they have agreed themselves it counts for
 * nothing, and it is kept apart from all that is known of people.
 *
 * @param name what the list calls them
 * @param offer what the list says that they offer
 */
public record Invitation(@Nullable String name, Volunteering offer) {

  @Override
  public String toString() {
    return "Invitation[redacted]";
  }
}
