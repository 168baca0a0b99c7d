package org.doorstep.people;

import org.jspecify.annotations.Nullable;

/**
 * A lead's list says that somebody would volunteer. Until they have agreed themselves it counts for
 * nothing, and it is kept apart from all that is known of people.
 *
 * @param name what the list calls them
 * @param offer what the list says that they offer; null where a lead has invited a number, of which
 *     nothing else is known
 * @param group whose lead that was; null for a list, where home tells it
 */
public record Invitation(
    @Nullable String name, @Nullable Volunteering offer, @Nullable String group) {

  public Invitation(@Nullable String name, Volunteering offer) {
    this(name, offer, null);
  }

  /** By a lead, who knows a name and a number. */
  public static Invitation by(@Nullable String group, @Nullable String name) {
    return new Invitation(name, null, group);
  }

  @Override
  public String toString() {
    return "Invitation[redacted]";
  }
}
