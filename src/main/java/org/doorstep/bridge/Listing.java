package org.doorstep.bridge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/**
 * A service or a shop, as a directory lists it for everybody. It names nobody.
 *
 * @param about what it does, in a line
 * @param needs what it is an answer to; empty where that is not known
 * @param where its place, or the area that it serves, as it is written
 * @param point null where it has no place of its own: it is for all of the area
 * @param openings empty where they are not known, or known only in words
 * @param hours when it opens, in the directory's words; null where the openings say it
 * @param delivers whether it brings things to the door
 * @param checked when somebody last made sure of it; null where nobody says so
 */
public record Listing(
    ServiceId id,
    String name,
    @Nullable String about,
    Set<Need> needs,
    @Nullable String phone,
    @Nullable String web,
    @Nullable String where,
    @Nullable Point point,
    List<Opening> openings,
    @Nullable String hours,
    boolean delivers,
    @Nullable LocalDate checked) {

  public Listing {
    needs = Set.copyOf(needs);
    openings = List.copyOf(openings);
  }

  /** Whether somebody is there. */
  public enum Door {
    OPEN,
    UNKNOWN,
    SHUT
  }

  public Door door(LocalDateTime local) {
    if (openings.isEmpty()) return Door.UNKNOWN;
    return openings.stream().anyMatch(opening -> opening.at(local)) ? Door.OPEN : Door.SHUT;
  }

  /** Whether it was last checked too long ago, or nobody knows when. */
  public boolean stale(LocalDate today, Duration after) {
    return checked == null || checked.plusDays(after.toDays()).isBefore(today);
  }
}
