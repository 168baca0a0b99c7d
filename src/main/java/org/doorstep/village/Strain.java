package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What being asked, and helping, has been for one volunteer so far. */
final class Strain {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final double DAY = Duration.ofDays(1).toSeconds();

  private final Deque<Instant> ofLate = new ArrayDeque<>();
  private @Nullable Instant tookOn;
  private int offers;
  private int jobs;
  private int held;

  /** Offers in the last seven days. */
  int offersAWeek(Instant now) {
    forget(now);
    Instant aWeekAgo = now.minus(WEEK);
    return (int) ofLate.stream().filter(at -> !at.isBefore(aWeekAgo)).count();
  }

  /** When they were asked: all of the last week, or else the last time before, oldest first. */
  List<Instant> asked(Instant now) {
    forget(now);
    return List.copyOf(ofLate);
  }

  private void forget(Instant now) {
    while (ofLate.size() > 1 && ofLate.getFirst().isBefore(now.minus(WEEK))) ofLate.removeFirst();
  }

  @Nullable Instant tookOn() {
    return tookOn;
  }

  /** Days since they last took a job on. */
  double daysSinceAJob(Instant now) {
    return tookOn == null
        ? Double.POSITIVE_INFINITY
        : Duration.between(tookOn, now).toSeconds() / DAY;
  }

  void offered(Instant now) {
    ofLate.add(now);
    offers++;
  }

  void took(Instant now) {
    tookOn = now;
    held++;
    jobs++;
  }

  void finished() {
    held--;
  }

  int offers() {
    return offers;
  }

  int jobs() {
    return jobs;
  }

  int held() {
    return held;
  }
}
