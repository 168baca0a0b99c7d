package org.doorstep.help;

import java.time.Duration;
import java.time.Instant;

/**
 * Who has had their turn. Nobody is left out for being willing: who was asked or helped of late
 * comes later, who has waited comes sooner.
 */
final class Fairness {

  /** Before anybody, however far away, and one after the other. */
  private static final int FIRST_OF_ALL = -100_000_000;

  private static final int NEXT_OF_THEM = 1_000_000;

  private static final int LONG_IDLE_DAYS = 14;
  private static final int PER_IDLE_DAY = -50;
  private static final int PER_TIME_ASKED = 150;
  private static final int JUST_HELPED = 400;
  private static final int PER_JOB_IN_HAND = 600;
  private static final Duration DAY = Duration.ofDays(1);

  private Fairness() {}

  static Finding handsFree(Asking asking, Candidate candidate) {
    return Finding.unless(candidate.tally().holds() < asking.holdAtMost(), Bar.HANDS_FULL);
  }

  /** The one who helped last comes before those who helped earlier. */
  static Finding continuity(Asking asking, Candidate candidate) {
    int times = asking.ties().timesHelpedBy(candidate.id());
    int order = times == 0 ? -1 : asking.familiar().indexOf(candidate.id());
    return order < 0
        ? Finding.SILENT
        : new Finding.Comes(FIRST_OF_ALL + order * NEXT_OF_THEM, new Reason.HelpedBefore(times));
  }

  static Finding rotation(Asking asking, Candidate candidate) {
    Tally tally = candidate.tally();
    int days = idleDays(asking.instant(), tally);
    if (days == 0) return Finding.SILENT;
    boolean never = tally.idle(asking.instant()).isEmpty();
    return new Finding.Comes(
        waited(days), never ? new Reason.NeverAsked() : new Reason.NotAskedFor(days));
  }

  static Finding often(Asking asking, Candidate candidate) {
    int times = timesAsked(asking.instant(), candidate.tally());
    return times == 0
        ? Finding.SILENT
        : new Finding.Comes(times * PER_TIME_ASKED, new Reason.AskedOften(times));
  }

  static Finding coolOff(Asking asking, Candidate candidate) {
    return justHelped(asking.instant(), candidate.tally())
        ? new Finding.Comes(JUST_HELPED, new Reason.JustHelped())
        : Finding.SILENT;
  }

  static Finding load(Asking asking, Candidate candidate) {
    int holds = candidate.tally().holds();
    return holds == 0
        ? Finding.SILENT
        : new Finding.Comes(holds * PER_JOB_IN_HAND, new Reason.Holds(holds));
  }

  /** All of the last four together. */
  static int metres(Instant now, Tally tally) {
    return waited(idleDays(now, tally))
        + timesAsked(now, tally) * PER_TIME_ASKED
        + (justHelped(now, tally) ? JUST_HELPED : 0)
        + tally.holds() * PER_JOB_IN_HAND;
  }

  private static int waited(int days) {
    return Math.min(days, LONG_IDLE_DAYS) * PER_IDLE_DAY;
  }

  private static int idleDays(Instant now, Tally tally) {
    return tally.idle(now).map(idle -> (int) idle.toDays()).orElse(LONG_IDLE_DAYS);
  }

  private static int timesAsked(Instant now, Tally tally) {
    return tally.askedSince(now.minus(Tally.WEEK));
  }

  private static boolean justHelped(Instant now, Tally tally) {
    return tally.helped() != null && tally.helped().plus(DAY).isAfter(now);
  }
}
