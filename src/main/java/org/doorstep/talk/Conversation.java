package org.doorstep.talk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's place in one form. It is kept between messages, so it is data and nothing else.
 *
 * @param asking the slot whose question is open, if one is
 * @param misses how often in a row the open question was not understood
 * @param nonce ties taps to the question they answer; rises with each question
 * @param filled slots in the order they were filled, for BACK
 * @param words the person's own first sentence, kept verbatim
 * @param heardAt when they were last heard
 * @param since from when the timers of the state count
 */
public record Conversation(
    String flow,
    int version,
    String state,
    @Nullable String asking,
    Map<String, Known> slots,
    List<String> filled,
    int misses,
    int nonce,
    @Nullable String words,
    Instant startedAt,
    Instant heardAt,
    Instant since) {

  public Conversation {
    if (since == null) since = heardAt; // kept by an earlier release
    slots = Map.copyOf(slots);
    filled = List.copyOf(filled);
  }

  @Override
  public String toString() {
    return "Conversation[" + flow + "/" + state + "]";
  }
}
