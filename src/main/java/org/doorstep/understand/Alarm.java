package org.doorstep.understand;

import java.util.List;

/**
 * Danger that was heard, and why.
 *
 * @param because the words that told of it, as they were typed
 */
public record Alarm(Danger danger, List<String> because) {
  public Alarm {
    because = List.copyOf(because);
  }
}
