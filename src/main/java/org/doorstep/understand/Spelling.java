package org.doorstep.understand;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends one slip of the finger in a word of five letters or more: a letter too many, too few, wrong
 * or swapped with its neighbour. The first letter has to be right, and words that are good as they
 * are stay.
 */
final class Spelling {

  static final Spelling NONE = new Spelling(Set.of(), Set.of());

  static final int SHORTEST = 5;

  private static final int NOBODY = -1;

  private static final long LETTERS = 29;

  private final Set<String> right = new HashSet<>();
  private final String[] words;

  /** Each known word, and each less any one letter: its place says which of the words it is. */
  private final Index index;

  private final int[] wordAt;

  Spelling(Set<String> known, Set<String> rightAsTheyAre) {
    right.addAll(known);
    right.addAll(rightAsTheyAre);
    words = known.stream().filter(Spelling::mayBeMended).sorted().toArray(String[]::new);
    index = Index.room(Arrays.stream(words).mapToInt(String::length).sum());
    wordAt = new int[index.size()];
    Arrays.fill(wordAt, NOBODY);
    for (int i = 0; i < words.length; i++) wordAt[index.put(whole(words[i]))] = i;
    for (int i = 0; i < words.length; i++) {
      for (int letter = 1; letter < words[i].length(); letter++) {
        int place = index.put(without(words[i], letter));
        if (wordAt[place] == NOBODY) wordAt[place] = i;
      }
    }
  }

  private static boolean mayBeMended(String word) {
    return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
  }

  /** The words that stay as they are. */
  Set<String> right() {
    return right;
  }

  @Nullable String mend(String word) {
    if (word.length() < SHORTEST || right.contains(word)) return null;
    if (word.endsWith("s") && right.contains(word.substring(0, word.length() - 1))) return null;
    for (int i = 0; i < word.length(); i++) if (!Character.isLetter(word.charAt(i))) return null;
    String found = near(whole(word), word);
    for (int i = 1; found == null && i < word.length(); i++) found = near(without(word, i), word);
    return found;
  }

  private @Nullable String near(long number, String word) {
    int place = index.of(number);
    if (place == Index.NONE) return null;
    String found = words[wordAt[place]];
    return oneSlip(word, found) ? found : null;
  }

  private static long whole(String word) {
    return without(word, word.length());
  }

  /** The number of a word less one of its letters. */
  private static long without(String word, int index) {
    long hash = Hash.FIRST;
    for (int i = 0; i < word.length(); i++) if (i != index) hash = Hash.and(hash, word.charAt(i));
    return Hash.mix(LETTERS, hash, 0);
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
