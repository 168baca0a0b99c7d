package org.doorstep.talk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a conversation.
 *
 * @param fill the slots that are asked for here while they are missing, in order
 * @param chooseSlot the slots of which one may be picked to be asked again
 * @param message what is said on coming here
 * @param unclear what is said here about an answer that was not understood
 * @param does what is done on coming here
 * @param go where it goes on when there is nothing left to wait for
 * @param silent nothing is said here until a person releases the conversation
 */
record State(
    String key,
    List<String> fill,
    List<String> chooseSlot,
    @Nullable Message message,
    @Nullable String unclear,
    @Nullable Doing does,
    @Nullable String go,
    boolean end,
    boolean silent,
    List<Timer> timers,
    int line) {

  /** What happens when nothing else has happened for a while. */
  record Timer(
      @Nullable Duration after,
      @Nullable String template,
      @Nullable String say,
      @Nullable String go,
      int line) {}

  boolean asks() {
    return !chooseSlot.isEmpty() || (message != null && !message.choices().isEmpty());
  }
}
