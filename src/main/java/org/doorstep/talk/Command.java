package org.doorstep.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is an order and not an answer: STOP, HELP, BACK.
 *
 * @param words whole messages; {@code #} stands for a number, {@code *} at the end for a name
 * @param open what it does to an open conversation
 * @param idle what it does where none is open; null for the same
 * @param onlyIdle it is an order only where no question is open; elsewhere it may be an answer
 * @param locked no flow may use its words for anything else
 * @param times what the number in it is multiplied by
 */
record Command(
    String name,
    List<String> words,
    Action open,
    @Nullable Action idle,
    boolean onlyIdle,
    boolean locked,
    int times,
    int line) {

  /** What stands for a name. */
  static final String NAME = " *";

  /** Words as they are compared. */
  static String pattern(String words) {
    return words.strip().endsWith("*") ? Wording.plain(words) + NAME : Wording.plain(words);
  }

  /** How a conversation goes on after it. */
  enum Then {
    RESUME,
    END,
    RESTART
  }

  /**
   * @param go a state of the flow, or else of {@code common}
   */
  record Action(@Nullable Doing does, @Nullable Message say, @Nullable String go, Then then) {}

  Command {
    words = List.copyOf(words);
  }
}
