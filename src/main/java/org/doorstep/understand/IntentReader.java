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
    return book.meant(message);
  }

  /** What a message of a few words is for: too few to learn anything from. */
  static Intent of(List<Hit> hits, List<NeedReader.Named> needs, boolean flagged) {
    int named = (int) needs.stream().filter(n -> !n.negated()).count();
    int offer = score("offer", hits);
    int request = score("request", hits) + Math.min(2, named);
    int other = score("other", hits);
    if (flagged) request++;
    if (offer > 0 && offer >= request && offer + 1 >= other) return Intent.OFFER;
    if (other > 0 && other >= request && other > offer) return Intent.OTHER;
    return named > 0 || request >= 2 || (request > 0 && request > other)
        ? Intent.REQUEST
        : Intent.OTHER;
  }

  /** Each stretch of words counts once. */
  private static int score(String key, List<Hit> hits) {
    int score = 0;
    int end = 0;
    for (Hit hit : hits) {
      if (!hit.key().equals(key) || hit.start() < end) continue;
      score += hit.list().equals("words") ? 2 : 1;
      end = hit.end();
    }
    return score;
  }
}
