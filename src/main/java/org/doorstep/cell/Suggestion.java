package org.doorstep.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody may have meant to write. */
final class Suggestion {

  private Suggestion() {}

  /** The word nearest to what was written, if it is near enough to be a slip. */
  static Optional<String> among(List<String> words, String written) {
    return words.stream()
        .filter(word -> slips(word, written) <= Math.max(2, word.length() / 3))
        .filter(word -> slips(word, written) < word.length())
        .min(Comparator.comparingInt(word -> slips(word, written)));
  }

  /** The Levenshtein distance. */
  private static int slips(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
