package org.doorstep.help;

import java.time.LocalDate;
import java.util.List;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be asked for, held against what the same person has open. Only they can say
 * whether it is the same; what is plainly for another time or place need not be asked about.
 */
public record Repeat(PersonId resident, List<Need> needs, Place place, When when) {

  /** The same door may be found as a pin and as the middle of its postcode. */
  private static final int SAME_DOOR_METRES = 300;

  /** From the middle of one part of town to the middle of another. */
  private static final int SAME_PART_METRES = 2000;

  public Repeat {
    needs = List.copyOf(needs);
  }

  /** Whether they may have asked for it with this request, and somebody may still come for it. */
  public boolean maybeOf(HelpRequest before) {
    Particulars p = before.particulars();
    return !before.over()
        && p.resident().equals(resident)
        && needs.contains(p.need())
        && near(p.place())
        && overlaps(p.when());
  }

  private boolean near(Place other) {
    if (place.exact() && other.exact()) {
      return place.point().to(other.point()).within(SAME_DOOR_METRES);
    }
    return place.rough().equals(other.rough())
        || place.point().to(other.point()).within(SAME_PART_METRES);
  }

  /** What comes again and again is on every day from its first. */
  private boolean overlaps(When other) {
    LocalDate mine = firstDay(when);
    LocalDate last = lastDay(when);
    LocalDate theirs = firstDay(other);
    LocalDate theirLast = lastDay(other);
    if (mine != null && theirLast != null && mine.isAfter(theirLast)) return false;
    if (theirs != null && last != null && theirs.isAfter(last)) return false;
    PartOfDay part = part(when);
    PartOfDay theirPart = part(other);
    return part == null || theirPart == null || part == theirPart || when.by() || other.by();
  }

  /** Null where it may be any day. */
  private static @Nullable LocalDate firstDay(When when) {
    return when.by() ? null : when.date();
  }

  private static @Nullable LocalDate lastDay(When when) {
    return when.recurring() != null ? null : when.date();
  }

  private static @Nullable PartOfDay part(When when) {
    if (when.part() != null) return when.part();
    return when.time() == null ? null : PartOfDay.of(when.time());
  }
}
