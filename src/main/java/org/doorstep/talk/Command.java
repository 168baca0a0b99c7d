package org.doorstep.talk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that is an order and not an answer: STOP, HELP, BACK.
 *
 * @param words whole messages; {@code #} stands for a number, {@code @} for a job, {@code *} at the
 *     end for a name, {@code **} for whatever else is said
 * @param open what it does to an open conversation
 * @param idle what it does where none is open; null for the same
 * @param onlyIdle it is an order only where no question is open; elsewhere it may be an answer
 * @param locked no flow may use its words for anything else
 * @param leads only those who run a group may give it; to everybody else it is no order
 * @param times what the number in it is multiplied by
 */
record Command(
    String name,
    List<String> words,
    Action open,
    @Nullable Action idle,
    boolean onlyIdle,
    boolean locked,
    boolean leads,
    int times,
    int line) {

  /** What stands for a name. */
  static final String NAME = " *";

  static final String NUMBER = "#";
  static final String JOB = "@";
  static final String REST = "**";

  private static final Set<String> SIGNS = Set.of(NAME.strip(), NUMBER, JOB, REST);

  /** Words as they are compared. */
  static String pattern(String words) {
    List<String> parts = List.of(words.strip().split("\\s+"));
    return parts.stream().anyMatch(SIGNS::contains)
        ? parts.stream()
            .map(part -> SIGNS.contains(part) ? part : Wording.plain(part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : Wording.plain(words);
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
