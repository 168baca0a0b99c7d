package org.doorstep.geo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.place.PlaceAnswer;

/** The answers of a slow source, for a while. Holds so many at most and forgets the least used. */
final class RecentAnswers {

  private static final Duration KNOWN = Duration.ofDays(1);
  private static final Duration NOT_KNOWN = Duration.ofMinutes(10);

  private record Kept(PlaceAnswer answer, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Kept> answers;

  RecentAnswers(int most, InstantSource clock) {
    this.clock = clock;
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<PlaceAnswer> get(String question) {
    Kept kept = answers.get(question);
    if (kept == null) return Optional.empty();
    if (clock.instant().isBefore(kept.until())) return Optional.of(kept.answer());
    answers.remove(question);
    return Optional.empty();
  }

  synchronized void put(String question, PlaceAnswer answer) {
    switch (answer) {
      case PlaceAnswer.Found found -> keep(question, found, KNOWN);
      case PlaceAnswer.Several several -> keep(question, several, KNOWN);
      case PlaceAnswer.Unknown unknown -> keep(question, unknown, NOT_KNOWN);
      case PlaceAnswer.Unreachable() -> {}
    }
  }

  private void keep(String question, PlaceAnswer answer, Duration time) {
    answers.put(question, new Kept(answer, clock.instant().plus(time)));
  }
}
