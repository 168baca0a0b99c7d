package org.doorstep.figures;

import java.util.Optional;

/** What one count is of. */
public sealed interface What permits Measure, Within {

  /** Its name where counts are kept and exported. Names are never reused. */
  String key();

  /** What is counted at most once of a request, by name: somebody waited once, however long. */
  String once();

  static Optional<What> of(String key) {
    for (Measure each : Measure.values()) if (each.key().equals(key)) return Optional.of(each);
    return Within.of(key).map(What.class::cast);
  }
}
