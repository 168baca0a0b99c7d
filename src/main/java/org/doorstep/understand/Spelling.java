package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends one slip of the finger in a word of five letters or more: a letter too many, too few, wrong
 * or swapped with its neighbour. The first letter has to be right, and words that are good as they
 * are stay.
 */
final class Spelling {

  static final Spelling NONE = new Spelling(Set.of(), Set.of());

  private static final int SHORTEST = 5;

  /** Each known word under itself and under itself less any one letter. */
  private final Map<String, String> nearby = new HashMap<>();

  private final Set<String> right = new HashSet<>();

  Spelling(Set<String> known, Set<String> rightAsTheyAre) {
    right.addAll(known);
    right.addAll(rightAsTheyAre);
    for (String word : known) {
      if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) continue;
      nearby.put(word, word);
      for (int i = 1; i < word.length(); i++) nearby.putIfAbsent(without(word, i), word);
    }
  }

  @Nullable String mend(String word) {
    if (word.length() < SHORTEST || right.contains(word)) return null;
    if (word.endsWith("s") && right.contains(word.substring(0, word.length() - 1))) return null;
    for (int i = 0; i < word.length(); i++) if (!Character.isLetter(word.charAt(i))) return null;
    String found = nearby.get(word);
    if (found != null) return found;
    for (int i = 1; i < word.length(); i++) {
      found = nearby.get(without(word, i));
      if (found != null && oneSlip(word, found)) return found;
    }
    return null;
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }

  /** At most one letter added, dropped or replaced, or two neighbours swapped. */
  static boolean oneSlip(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) return false;
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
    if (a.length() == b.length()) {
      return a.regionMatches(i + 1, b, i + 1, a.length())
          || a.substring(Math.min(a.length(), i + 1))
              .equals(b.substring(Math.min(b.length(), i + 1)))
          || (i + 1 < a.length()
              && a.charAt(i) == b.charAt(i + 1)
              && a.charAt(i + 1) == b.charAt(i)
              && a.substring(i + 2).equals(b.substring(i + 2)));
    }
    String longer = a.length() > b.length() ? a : b;
    String shorter = a.length() > b.length() ? b : a;
    return longer.substring(i + 1).equals(shorter.substring(i));
  }
}
