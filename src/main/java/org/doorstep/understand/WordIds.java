package org.doorstep.understand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for all words and beginnings of words that any phrase looks for: numbers compare fast.
 */
final class WordIds {

  private final Map<String, Integer> whole = new HashMap<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private int next;
  private int longest;

  int of(String word) {
    return whole.computeIfAbsent(word, _ -> next++);
  }

  int ofStart(String start) {
    longest = Math.max(longest, start.length());
    return starts.computeIfAbsent(start, _ -> next++);
  }

  /** The numbers of all that a word of a message stands for. */
  int[] in(Word word) {
    int[] found = new int[8];
    int count = add(found, 0, word.text());
    if (!word.typed().equals(word.text())) count = add(found, count, word.typed());
    return Arrays.copyOf(found, add(found, count, word.mended()));
  }

  private int add(int[] found, int from, @Nullable String text) {
    if (text == null) return from;
    int count = from;
    Integer id = whole.get(text);
    if (id != null && count < found.length) found[count++] = id;
    for (int n = Math.min(longest, text.length()); n > 0 && count < found.length; n--) {
      Integer start = starts.get(text.substring(0, n));
      if (start != null) found[count++] = start;
    }
    return count;
  }
}
