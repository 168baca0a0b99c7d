package org.doorstep.directory;

import java.time.LocalDate;
import java.util.List;
import org.doorstep.bridge.Opening;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.jspecify.annotations.Nullable;

/**
 * A service as a directory writes it down, made tidy: before it is known what it is an answer to,
 * and where its postcode is.
 *
 * @param id by which its directory knows it
 * @param kinds its categories, in the directory's words
 * @param checked null where it does not say; never a day that is still to come
 */
public record Written(
    String id,
    String name,
    @Nullable String about,
    String kinds,
    @Nullable String phone,
    @Nullable String web,
    @Nullable String where,
    @Nullable Postcode postcode,
    @Nullable Point point,
    List<Opening> openings,
    @Nullable String hours,
    boolean delivers,
    @Nullable LocalDate checked) {

  public Written {
    openings = List.copyOf(openings);
  }
}
