package org.doorstep.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.understand.Vocabulary;

/** The columns of a list of volunteers. */
final class VolunteerColumns {

  /** What a list may say of somebody. */
  enum Column {
    PHONE,
    PLACE,
    FIRST_NAME,
    NAME,
    REACH,
    TRAVEL,
    DRIVES,
    LIKES,
    DAYS,
    HOURS,
    LANGUAGES
  }

  private VolunteerColumns() {}

  /** Empty where no column is headed as phone numbers, or none as postcodes. */
  static Optional<Columns<Column>> of(List<String> headings, Vocabulary words) {
    return Columns.of(headings, words, Column.class, Set.of(Column.PHONE, Column.PLACE));
  }
}
