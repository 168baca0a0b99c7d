package org.doorstep.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job meant by its place in the list: {@code the first}, {@code number 2}, {@code 2}. */
final class Ordinals {

  private static final List<String> PLACES = List.of("first", "second", "third", "fourth", "fifth");
  private static final String LAST = "last";
  private static final String LAST_BUT_ONE = "last-but-one";

  /** Up to so many words, a bare number is a place in the list. */
  private static final int FEW = 3;

  private Ordinals() {}

  /**
   * @param hits what of the vocabulary of jobs is said
   */
  static @Nullable Integer in(Words message, List<Hit> hits, int count) {
    for (Hit hit : hits) {
      if (hit.key().equals(LAST_BUT_ONE) && count > 1) return count - 2;
      if (hit.key().equals(LAST) && count > 0) return count - 1;
      int place = PLACES.indexOf(hit.key());
      boolean bare = hit.length() == 1 && Character.isDigit(message.text(hit.start()).charAt(0));
      if (bare && message.get(hit.start()).number() && message.size() > FEW) continue;
      if (place >= 0 && place < count) return place;
    }
    return null;
  }
}
