package org.doorstep.figures;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody waited until a volunteer said yes, to the next of a few limits: from such
 * counts the median can be told, and nobody's own wait.
 *
 * @param limit its place in {@link #LIMITS}; one past the last stands for longer than that
 */
public record Within(int limit) implements What {

  public static final List<Duration> LIMITS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(24),
          Duration.ofHours(48));

  private static final String PREFIX = "within-";

  public Within {
    if (limit < 0 || limit > LIMITS.size()) throw new IllegalArgumentException("no such limit");
  }

  public static Within of(Duration waited) {
    int limit = 0;
    while (limit < LIMITS.size() && waited.compareTo(LIMITS.get(limit)) > 0) limit++;
    return new Within(limit);
  }

  static Optional<Within> of(String key) {
    if (!key.matches(PREFIX + "[0-9]")) return Optional.empty();
    int limit = Integer.parseInt(key.substring(PREFIX.length()));
    return limit > LIMITS.size() ? Optional.empty() : Optional.of(new Within(limit));
  }

  /** Empty for longer than the last limit. */
  public Optional<Duration> most() {
    return limit < LIMITS.size() ? Optional.of(LIMITS.get(limit)) : Optional.empty();
  }

  @Override
  public String key() {
    return PREFIX + limit;
  }

  @Override
  public String once() {
    return "waited";
  }
}
