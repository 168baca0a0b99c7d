package org.doorstep.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a conversation came to, in the order in which it is to be carried out.
 *
 * @param next where the conversation stands now; null when it is over
 */
public record Turn(@Nullable Conversation next, List<Step> steps) {

  public Turn {
    steps = List.copyOf(steps);
  }

  /** One thing to say or to do. */
  public sealed interface Step {

    record Say(Utterance utterance) implements Step {}

    /** A form that is to begin by itself after a while, unless another is open then. */
    record Later(String flow, Duration after) implements Step {}

    /**
     * @param slots all that the form knows at this point
     */
    record Do(Doing doing, Map<String, Known> slots) implements Step {
      public Do {
        slots = Map.copyOf(slots);
      }
    }
  }
}
