package org.doorstep.understand;

import java.util.List;
import org.doorstep.people.Amendment;

/**
 * What a message says of what its writer offers as a volunteer.
 *
 * @see Understanding#offering
 */
public sealed interface Offering {

  /** What may be changed. */
  enum Topic {
    DAYS,
    HOURS,
    QUIET,
    REACH,
    TRAVEL,
    LIKES,
    LANGUAGES,
    HOME
  }

  /** Whether it began with the name of what is to be changed: {@code DAYS tue sat}. */
  boolean ordered();

  /** Whether it tells nothing but how they get about, how far, and what they speak. */
  default boolean ofThemselves() {
    return switch (this) {
      case Changes c -> c.changes().stream().allMatch(Amendment::ofThemselves);
      case Moves m -> false;
      case Unclear u -> false;
    };
  }

  /**
   * All of it is understood.
   *
   * @param sure nothing was guessed, and it is said of all days to come
   */
  record Changes(List<Amendment> changes, boolean ordered, boolean sure) implements Offering {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** They live elsewhere now; where is in the places that the message names. */
  record Moves(boolean ordered) implements Offering {}

  /**
   * It is about this, and cannot be meant: 25 o'clock, 9000 km.
   *
   * @param known it says nothing else
   */
  record Unclear(Topic topic, boolean ordered, boolean known) implements Offering {}
}
