package org.doorstep.understand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for all words and beginnings of words that any phrase looks for: numbers compare fast.
 */
final class WordIds {

  private static final int MOST = 8;

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

  /** The numbers of all that a word of a message stands for. */
  int[] in(Word word) {
    int[] found = new int[MOST];
    int count = add(found, 0, word.text());
    if (!word.typed().equals(word.text())) count = add(found, count, word.typed());
    return Arrays.copyOf(found, add(found, count, word.mended()));
  }

  private int add(int[] found, int from, @Nullable String text) {
    if (text == null) return from;
    int count = from;
    Integer id = whole.get(text);
    if (id != null && count < MOST) found[count++] = id;
    int place = 0;
    for (int i = 0; i < text.length() && count < MOST; i++) {
      place = steps.get(step(place, text.charAt(i))) + 1;
      if (place == 0) break;
      if (place < startAt.length && startAt[place] > 0) found[count++] = startAt[place] - 1;
    }
    return count;
  }
}
