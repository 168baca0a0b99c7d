package org.doorstep.understand;

import java.util.HashMap;
import java.util.Map;

/** How long the longest row of words is that begins with a word: most words begin none. */
final class FirstWords {

  private static final int PLACES = 1 << 15;

  private final Map<String, Integer> longest = new HashMap<>();

  /** A bit for each word, by its hash: few enough to stay near the processor, unlike the map. */
  private final long[] some = new long[PLACES / Long.SIZE];

  /** A row of words with blanks between them. */
  void add(String row) {
    int words = 1;
    for (int i = 0; i < row.length(); i++) if (row.charAt(i) == ' ') words++;
    int space = row.indexOf(' ');
    String first = space < 0 ? row : row.substring(0, space);
    longest.merge(first, words, Math::max);
    some[place(first) / Long.SIZE] |= 1L << place(first);
  }

  /** 0 if none begins with it. */
  int longest(String word) {
    boolean never = (some[place(word) / Long.SIZE] & 1L << place(word)) == 0;
    return never ? 0 : longest.getOrDefault(word, 0);
  }

  private static int place(String word) {
    int hash = word.hashCode();
    return (hash ^ hash >>> 15) & (PLACES - 1);
  }
}
