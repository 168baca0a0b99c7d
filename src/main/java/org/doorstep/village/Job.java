package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;
import org.jspecify.annotations.Nullable;

/** A request in a simulated town, and what it took so far. */
final class Job {

  private final int number;
  private HelpRequest state;
  private int steps;
  private int offers;
  private @Nullable Instant takenAt;

  Job(int number, HelpRequest state) {
    this.number = number;
    this.state = state;
  }

  int number() {
    return number;
  }

  HelpRequest state() {
    return state;
  }

  Particulars particulars() {
    return state.particulars();
  }

  void is(HelpRequest next) {
    state = next;
    if (next instanceof HelpRequest.Claimed claimed) takenAt = claimed.since();
  }

  /** The step that is due counts; one that was due before does not any more. */
  int nextStep() {
    return ++steps;
  }

  int steps() {
    return steps;
  }

  void offered() {
    offers++;
  }

  int offers() {
    return offers;
  }

  /** From the resident's request to the volunteer's yes; empty where there was none in time. */
  Optional<Duration> untilTaken() {
    return Optional.ofNullable(takenAt).map(at -> Duration.between(particulars().openedAt(), at));
  }

  /** How long it takes to do it, the same for whoever does. */
  Duration takes(long seed, Habits habits) {
    var dice = new SplittableRandom(seed + ~(long) number);
    double hours = Traits.logNormal(dice, habits.jobHours(), habits.jobSpread());
    return Duration.ofMinutes(Math.round(60 * hours));
  }
}
