package org.doorstep.understand;

import java.util.HashMap;
import java.util.Map;

/** How long the longest row of words is that begins with a word: most words begin none. */
final class FirstWords {

  private final Map<String, Integer> longest = new HashMap<>();

  /** A row of words with blanks between them. */
  void add(String row) {
    int words = 1;
    for (int i = 0; i < row.length(); i++) if (row.charAt(i) == ' ') words++;
    int first = row.indexOf(' ');
    longest.merge(first < 0 ? row : row.substring(0, first), words, Math::max);
  }

  /** 0 if none begins with it. */
  int longest(String word) {
    return longest.getOrDefault(word, 0);
  }
}
