package org.doorstep.understand;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Recurrence;
import org.jspecify.annotations.Nullable;

/** A line with what a person found in it, to measure understanding by. */
public sealed interface Labelled {

  String text();

  /**
   * A message to a help line.
   *
   * @param language BCP 47
   * @param place as it stands in the text
   * @param forWhom {@code self}, or the word in the text
   * @param flags keys, as {@code no-food}
   */
  record Help(
      String text,
      ZonedDateTime now,
      String language,
      Intent intent,
      Set<String> needs,
      Set<String> negated,
      @Nullable String place,
      @Nullable String postcode,
      @Nullable Time when,
      String forWhom,
      Set<String> flags)
      implements Labelled {
    public Help {
      needs = Set.copyOf(needs);
      negated = Set.copyOf(negated);
      flags = Set.copyOf(flags);
    }
  }

  /** When, as far as it is labelled. */
  record Time(
      @Nullable LocalDate date,
      @Nullable PartOfDay part,
      @Nullable LocalTime time,
      boolean by,
      boolean asap,
      @Nullable Recurrence recurring) {}

  /**
   * @param danger null where there is none
   */
  record Safety(String text, @Nullable Danger danger) implements Labelled {}

  /**
   * What a volunteer wrote.
   *
   * @param offers what the jobs were called that were put to them, or that they hold
   * @param meaning one of {@code accept decline ask later done drop other}
   * @param which a position in {@code offers}, {@code ambiguous} or {@code none}
   */
  record Volunteered(String text, List<String> offers, String meaning, String which)
      implements Labelled {
    public Volunteered {
      offers = List.copyOf(offers);
    }
  }

  /**
   * A message from a disaster.
   *
   * @param labels columns that are set, as {@code medical_help}
   */
  record Disaster(String text, Set<String> labels) implements Labelled {
    public Disaster {
      labels = Set.copyOf(labels);
    }
  }
}
