package org.doorstep.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.understand.Vocabulary;

/** The columns of a table of services and shops. */
final class ServiceColumns {

  /** What it may say of one of them. */
  enum Column {
    ID,
    NAME,
    ABOUT,
    KINDS,
    PHONE,
    WEB,
    ADDRESS,
    POSTCODE,
    AREA,
    LATITUDE,
    LONGITUDE,
    HOURS,
    DELIVERS,
    CHECKED
  }

  private ServiceColumns() {}

  /** Empty where no column is headed as names. */
  static Optional<Columns<Column>> of(List<String> headings, Vocabulary words) {
    return Columns.of(headings, words, Column.class, Set.of(Column.NAME))
        .filter(columns -> columns.count() > 1);
  }
}
