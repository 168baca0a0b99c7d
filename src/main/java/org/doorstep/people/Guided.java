package org.doorstep.people;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of safe practice that a volunteer has read on a day: no kind is said twice on one.
 *
 * @param day null where none was said yet
 */
public record Guided(@Nullable LocalDate day, Set<String> kinds) {

  public static final Guided NOT_YET = new Guided(null, Set.of());

  public Guided {
    kinds = Set.copyOf(kinds);
  }

  public boolean has(String kind, LocalDate today) {
    return today.equals(day) && kinds.contains(kind);
  }

  /** Yesterday's are forgotten. */
  public Guided and(String kind, LocalDate today) {
    Set<String> all = new HashSet<>(today.equals(day) ? kinds : Set.of());
    all.add(kind);
    return new Guided(today, all);
  }
}
