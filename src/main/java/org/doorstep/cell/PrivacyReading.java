package org.doorstep.cell;

import java.time.Duration;
import java.util.Optional;

/** The part {@code privacy:} of a cell's file. */
final class PrivacyReading {

  static final String KEY = "privacy";

  private static final int MOST_VERSIONS = 9999;

  private PrivacyReading() {}

  /**
   * @param keepClosedFor what closed cases are kept for where nothing else is said
   */
  static Privacy read(Entries file, Duration keepClosedFor) {
    Privacy usual = Privacy.USUAL;
    Optional<Entries> part =
        file.part(
            KEY,
            "`privacy`",
            "controller",
            "contact",
            "link",
            "version",
            "keep-cases-for",
            "keep-people-for");
    return new Privacy(
        part.flatMap(p -> p.optional("controller", Form.NAME)).orElse(null),
        part.flatMap(p -> p.optional("contact", Form.SENTENCE)).orElse(null),
        part.flatMap(p -> p.optional("link", Form.LINK)).orElse(null),
        part.flatMap(p -> p.optional("version", Form.count(MOST_VERSIONS))).orElse(usual.version()),
        part.flatMap(p -> p.optional("keep-cases-for", Form.DURATION)).orElse(keepClosedFor),
        part.flatMap(p -> p.optional("keep-people-for", Form.DURATION))
            .orElse(usual.keepPeopleFor()));
  }
}
