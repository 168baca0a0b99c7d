package org.doorstep.understand;

import java.util.List;

/** Hears phrases that tell a request from an offer and from everything else. */
final class IntentReader {

  private final Phrasebook book;

  IntentReader(Phrasebook book) {
    this.book = book;
  }

  /** Phrases that tell one from another, but for those that only look like it. */
  List<Hit> hits(Words message) {
    List<Hit> all = book.in(message);
    return all.stream().filter(hit -> !unless(hit) && !excluded(hit, all)).toList();
  }

  private static boolean excluded(Hit hit, List<Hit> all) {
    return all.stream()
        .anyMatch(other -> unless(other) && other.key().equals(hit.key()) && other.overlaps(hit));
  }

  private static boolean unless(Hit hit) {
    return hit.list().equals("unless");
  }
}
