package org.doorstep.understand;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kinds of words, as in {@code danger-signs.yml}: {@code nan} and {@code abuelo} are both elders.
 * What is learnt of one word of a kind holds for the others.
 */
final class Signs {

  static final int[] NONE = {};

  private static final int SHORTEST_START = 2;

  private final Map<String, BitSet> whole = new HashMap<>();
  private final Map<String, BitSet> starts = new HashMap<>();
  private int kinds;

  Signs(List<WordLists> lists) {
    Map<String, Integer> numbers = new HashMap<>();
    for (WordLists list : lists) {
      list.words()
          .forEach(
              (kind, words) -> {
                int number = numbers.computeIfAbsent(kind, _ -> kinds++);
                for (String word : words) put(word, number);
              });
    }
  }

  private void put(String word, int kind) {
    boolean start = word.endsWith("*");
    String key = Plain.word(start ? word.substring(0, word.length() - 1) : word);
    (start ? starts : whole).computeIfAbsent(key, _ -> new BitSet()).set(kind);
  }

  /** The numbers of all kinds that a word is of. */
  int[] of(String word) {
    BitSet found = new BitSet();
    if (Character.isDigit(word.charAt(0))) found.set(kinds);
    or(found, whole.get(word));
    for (int n = SHORTEST_START; n <= word.length(); n++)
      or(found, starts.get(word.substring(0, n)));
    return found.isEmpty() ? NONE : found.stream().toArray();
  }

  private static void or(BitSet found, @org.jspecify.annotations.Nullable BitSet more) {
    if (more != null) found.or(more);
  }
}
