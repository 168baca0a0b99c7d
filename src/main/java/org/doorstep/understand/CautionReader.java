package org.doorstep.understand;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads cautions by the phrases of {@code vocab/guarding.yml}, in whatever language they stand. */
final class CautionReader {

  private final Phrasebook book;

  CautionReader(Phrasebook book) {
    this.book = book;
  }

  Set<Caution> in(Words message) {
    Set<Caution> found = EnumSet.noneOf(Caution.class);
    for (Hit hit : book.meant(message)) found.add(caution(hit.key()));
    return found;
  }

  private static Caution caution(String key) {
    return Caution.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
