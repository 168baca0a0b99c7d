package org.doorstep.understand;

import java.util.List;

/**
 * Danger that was heard, and why.
 *
 * @param because the words that told of it, as they were typed
 * @param sure a plain phrase, or more likely danger than not; otherwise somebody should look at it,
 *     while everything else goes on
 */
public record Alarm(Danger danger, List<String> because, boolean sure) {
  public Alarm {
    because = List.copyOf(because);
  }
}
