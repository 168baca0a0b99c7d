package org.doorstep.help;

import java.time.Instant;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in a form that can be matched and in the asker's own words.
 *
 * @param words the resident's own sentence; the volunteer who claims reads this
 * @param details which items, or where from
 * @param forWhom {@code self}, or the word used: {@code mum}
 * @param note for the volunteer who claims, and nobody else: the house number, a door code, a cost
 *     limit
 */
public record Particulars(
    RequestId id,
    PersonId resident,
    Need need,
    @Nullable String words,
    @Nullable String details,
    Place place,
    When when,
    String forWhom,
    Set<Flag> flags,
    @Nullable String note,
    String group,
    Instant openedAt) {

  public Particulars {
    flags = Set.copyOf(flags);
  }

  @Override
  public String toString() {
    return "Particulars[" + id + "]";
  }
}
