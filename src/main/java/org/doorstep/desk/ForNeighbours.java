package org.doorstep.desk;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Response;
import org.doorstep.people.Need;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;

/** What neighbours can do for each other. */
final class ForNeighbours {

  /** Needs that danger words bring with them; they do not make a request by themselves. */
  private static final Set<String> NOT_THEIRS = Set.of("health", "mental-health", "other");

  private ForNeighbours() {}

  /** Whoever does these for a living can do more: residents are pointed to them too. */
  static Set<Need> notForThemAlone(Collection<Need> needs) {
    return needs.stream()
        .filter(Response.NOT_FOR_NEIGHBOURS::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean asks(Reading reading) {
    return reading.intent() == Intent.REQUEST
        && reading.needs().stream()
            .map(Found::value)
            .map(Need::key)
            .anyMatch(key -> !NOT_THEIRS.contains(key));
  }
}
