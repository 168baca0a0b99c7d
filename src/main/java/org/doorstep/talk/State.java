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
 * @param keep the slot that keeps what somebody adds to an answer: "yes, but mind the dog"
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
    @Nullable String keep,
    List<Timer> timers,
    @Nullable Later later,
    int line) {

  State {
    fill = List.copyOf(fill);
    chooseSlot = List.copyOf(chooseSlot);
    timers = List.copyOf(timers);
  }

  /**
   * What happens when nothing else has happened for a while.
   *
   * @param name the time as it is written: {@code 30h}
   * @param say null where the template's own words will do
   */
  record Timer(
      String name,
      Duration after,
      @Nullable String say,
      Message.@Nullable Stand template,
      @Nullable String go,
      int line) {}

  /** A form that begins by itself some time after this end. */
  record Later(Duration after, String flow, int line) {}

  boolean asks() {
    return !chooseSlot.isEmpty() || (message != null && !message.choices().isEmpty());
  }
}
