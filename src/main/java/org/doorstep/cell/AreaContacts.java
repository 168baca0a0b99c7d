package org.doorstep.cell;

import java.util.List;
import org.doorstep.place.Area;
import org.jspecify.annotations.Nullable;

/**
 * The named contacts of a part of the area, in the order in which they are called.
 *
 * @param area null for all of the cell
 */
public record AreaContacts(@Nullable Area area, List<Contact> people) {
  public AreaContacts {
    people = List.copyOf(people);
  }
}
