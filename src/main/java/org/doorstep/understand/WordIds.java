package org.doorstep.understand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Numbers for all words and beginnings of words that any phrase looks for: numbers compare fast.
 */
final class WordIds {

  private static final int MOST = 8;

  private static final int[] NONE = {};

  private final Map<String, Integer> whole = new HashMap<>();

  /** Beginnings of words, letter by letter: the step taken from a place with a letter. */
  private final TraitTable steps = new TraitTable();

  private int[] startAt = new int[64];
  private int next;

  int of(String word) {
    return whole.computeIfAbsent(word, _ -> next++);
  }

  int ofStart(String start) {
    int place = 0;
    for (int i = 0; i < start.length(); i++) place = steps.add(step(place, start.charAt(i))) + 1;
    if (place >= startAt.length)
      startAt = Arrays.copyOf(startAt, Math.max(place + 1, startAt.length * 2));
    if (startAt[place] == 0) startAt[place] = ++next;
    return startAt[place] - 1;
  }

  /** Never 0, and spread over all bits. */
  private static long step(int place, char letter) {
    long step = (((long) place << Character.SIZE) + letter + 1) * 0x9E3779B97F4A7C15L;
    return step ^ (step >>> 32);
  }

  /** All whole words. */
  Set<String> words() {
    return whole.keySet();
  }

  /** The numbers of all that a word stands for. */
  int[] in(String word) {
    int[] found = new int[MOST];
    int count = 0;
    Integer id = whole.get(word);
    if (id != null) found[count++] = id;
    int place = 0;
    for (int i = 0; i < word.length() && count < MOST; i++) {
      place = steps.get(step(place, word.charAt(i))) + 1;
      if (place == 0) break;
      if (place < startAt.length && startAt[place] > 0) found[count++] = startAt[place] - 1;
    }
    return count == 0 ? NONE : Arrays.copyOf(found, count);
  }

  /** Those of one spelling and then those of another, as many as are looked at. */
  static int[] both(int[] one, int[] other) {
    if (other.length == 0) return one;
    if (one.length == 0) return other;
    int[] both = Arrays.copyOf(one, Math.min(MOST, one.length + other.length));
    System.arraycopy(other, 0, both, one.length, both.length - one.length);
    return both;
  }
}
