package org.doorstep.understand;

import java.util.List;
import java.util.Set;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/**
 * What one message says, as far as it can be told.
 *
 * @param needs what is asked for or offered, in the order in which it is named
 * @param negated needs that are named but not wanted
 * @param place the place as written, with any postcode in it put right ({@code LS6 3HN})
 * @param forWhom {@code self}, or the word used for the person to be helped
 * @param language in which it seems to be written
 */
public record Reading(
    String text,
    Intent intent,
    List<Found<Need>> needs,
    Set<Need> negated,
    @Nullable Found<String> place,
    @Nullable Found<When> when,
    String forWhom,
    Set<Flag> flags,
    Language language) {

  public Reading {
    needs = List.copyOf(needs);
    negated = Set.copyOf(negated);
    flags = Set.copyOf(flags);
  }

  /** In a language that was not looked at. */
  public Reading(
      String text,
      Intent intent,
      List<Found<Need>> needs,
      Set<Need> negated,
      @Nullable Found<String> place,
      @Nullable Found<When> when,
      String forWhom,
      Set<Flag> flags) {
    this(text, intent, needs, negated, place, when, forWhom, flags, Language.ENGLISH);
  }

  @Override
  public String toString() {
    return "Reading[redacted]";
  }
}
