package org.doorstep.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer that may be given to a question.
 *
 * @param words what else people write for it
 * @param means the kind of answer it is, {@code yes}, {@code no} or {@code skip}, whose usual words
 *     are then understood as well
 * @param does what picking it does
 * @param go the state that comes then
 * @param clear the slot that is asked again
 */
record Option(
    String key,
    String label,
    @Nullable String description,
    List<String> words,
    @Nullable String means,
    @Nullable Doing does,
    @Nullable String go,
    @Nullable String clear,
    int line) {

  Option {
    words = List.copyOf(words);
  }

  static Option plain(String key, String label, List<String> words) {
    return new Option(key, label, null, words, null, null, null, null, 0);
  }

  static Option meaning(String key, String label, String means) {
    return new Option(key, label, null, List.of(), means, null, null, null, 0);
  }
}
