package org.doorstep.help;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of how a volunteer was asked and helped. It holds times and a number, nothing
 * about anybody.
 *
 * @param asked when they were asked, oldest first: the last {@link #REMEMBERED} times at the most
 * @param helped when they last did a job
 * @param holds how many jobs they have in hand
 */
public record Tally(List<Instant> asked, @Nullable Instant helped, int holds) {

  /** Asked more often than this in a week, the rest need not be counted. */
  public static final int REMEMBERED = 20;

  public static final Duration WEEK = Duration.ofDays(7);
  public static final Tally NONE = new Tally(List.of(), null, 0);

  public Tally {
    asked = List.copyOf(asked);
  }

  public int askedSince(Instant since) {
    return (int) asked.stream().filter(at -> !at.isBefore(since)).count();
  }

  /** How long they have been left alone; empty where they were never asked, and never helped. */
  public Optional<Duration> idle(Instant now) {
    Instant last = asked.isEmpty() ? helped : asked.getLast();
    if (last != null && helped != null && helped.isAfter(last)) last = helped;
    if (last == null) return Optional.empty();
    return Optional.of(last.isAfter(now) ? Duration.ZERO : Duration.between(last, now));
  }
}
