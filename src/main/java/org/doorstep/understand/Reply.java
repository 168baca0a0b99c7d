package org.doorstep.understand;

import java.util.List;

/**
 * What a volunteer's message means for the jobs put to them or held by them.
 *
 * @param meaning what they say
 * @param which which of the jobs, by position in the list that was given
 */
public record Reply(Meaning meaning, Which which) {

  /** What they say of it. */
  public enum Meaning {
    ACCEPT,
    DECLINE,
    /** They want an answer first. */
    ASK,
    /** Another time, or they will say later. */
    LATER,
    DONE,
    /** They had taken it and give it back. */
    DROP,
    /** Nobody was at home. */
    NOBODY_IN,
    /** They fear for somebody: "I'm worried about him". */
    WORRIED,
    OTHER
  }

  /** Which job they mean. */
  public sealed interface Which {

    record One(int index) implements Which {}

    /** One of several, and the text does not settle it. */
    record Ambiguous(List<Integer> candidates) implements Which {
      public Ambiguous {
        candidates = List.copyOf(candidates);
      }
    }

    /** "Both", "none of them". */
    record All() implements Which {}

    /** None is open, or the text is not about a job. */
    record None() implements Which {}
  }
}
