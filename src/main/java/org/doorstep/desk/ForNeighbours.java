package org.doorstep.desk;

import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;

/** What neighbours can do for each other. */
final class ForNeighbours {

  /** Needs that danger words bring with them; they do not make a request by themselves. */
  private static final Set<String> NOT_THEIRS = Set.of("health", "mental-health", "other");

  private ForNeighbours() {}

  static boolean asks(Reading reading) {
    return reading.intent() == Intent.REQUEST
        && reading.needs().stream()
            .map(Found::value)
            .map(Need::key)
            .anyMatch(key -> !NOT_THEIRS.contains(key));
  }
}
