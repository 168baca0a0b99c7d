package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What all conversations share.
 *
 * @param flow its messages and states
 * @param answers usual words for {@code yes}, {@code no}, {@code skip}, and words that change
 *     nothing
 * @param ordinals ways to say first, second, third …
 */
record Common(
    Flow flow,
    SequencedMap<String, Command> commands,
    Map<String, List<String>> answers,
    List<List<String>> ordinals) {

  /** The lists that have to be there. */
  static final List<String> ANSWERS =
      List.of(
          "yes",
          "no",
          "skip",
          "polite",
          "around",
          "last",
          "change",
          "called",
          "filler",
          "adds",
          "language");

  List<String> answer(String kind) {
    return answers.getOrDefault(kind, List.of());
  }
}
