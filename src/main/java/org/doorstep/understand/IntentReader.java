package org.doorstep.understand;

import java.util.List;

/** Tells a request from an offer and from everything else. */
final class IntentReader {

  private final Phrasebook book;

  IntentReader(Phrasebook book) {
    this.book = book;
  }

  Intent of(Words message, List<NeedReader.Named> needs, boolean flagged) {
    List<Hit> hits = book.in(message);
    int offer = score("offer", hits);
    int request =
        score("request", hits)
            + Math.min(2, (int) needs.stream().filter(n -> !n.negated()).count());
    int other = score("other", hits);
    if (flagged) request++;
    boolean needy = needs.stream().anyMatch(n -> !n.negated());
    if (offer > 0 && offer >= request && offer + 1 >= other) return Intent.OFFER;
    if (other > 0 && other >= request && other > offer) return Intent.OTHER;
    if (needy || request >= 2 || (request > 0 && flagged)) return Intent.REQUEST;
    return request > other && request > 0 ? Intent.REQUEST : Intent.OTHER;
  }

  /** Each stretch of words counts once. */
  private static int score(String key, List<Hit> hits) {
    int score = 0;
    int end = 0;
    for (Hit hit : hits) {
      if (!hit.key().equals(key) || hit.list().equals("unless") || hit.start() < end) continue;
      boolean not =
          hits.stream()
              .anyMatch(o -> o.key().equals(key) && o.list().equals("unless") && o.overlaps(hit));
      if (not) continue;
      score += hit.list().equals("words") ? 2 : 1;
      end = hit.end();
    }
    return score;
  }
}
