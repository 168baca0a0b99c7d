package org.doorstep.help;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.doorstep.cell.Rules;
import org.jspecify.annotations.Nullable;

/**
 * When a request is looked at again. Each step takes the cell's usual time, or half of what is left
 * until the deadline where this is less, so that there is time for another volunteer.
 */
public record Ageing(Rules rules, ZoneId zone) {

  /** Nobody is pressed sooner than this. */
  private static final Duration SOONEST = Duration.ofMinutes(10);

  /** Waves may follow each other as fast as this. */
  private static final Duration FASTEST = Duration.ofMinutes(1);

  /**
   * When a silent holder is asked how it goes; where there is no time for it before the deadline,
   * when the deadline is over. Never in quiet hours.
   */
  public Instant nudgeAt(Instant since, @Nullable Instant deadline) {
    Instant at = sooner(since, rules.nudgeAfter(), deadline);
    Instant awake = rules.quietHours().endAfter(at, zone);
    if (deadline == null || !deadline.isAfter(since)) return awake;
    if (awake.isBefore(deadline)) return awake;
    Instant bedtime = rules.quietHours().lastBefore(at, zone);
    boolean before = at.isBefore(deadline) && bedtime.isAfter(since.plus(SOONEST));
    return before ? bedtime : rules.quietHours().endAfter(deadline, zone);
  }

  /** When the job goes back if a nudge is not answered. */
  public Instant lapseAt(Instant nudged, @Nullable Instant deadline) {
    return sooner(nudged, rules.lapseAfter(), deadline);
  }

  /**
   * How long one volunteer has to answer while nobody else is asked; quiet hours do not count, but
   * where a deadline is near.
   */
  public Instant answerBy(Kept kept, Instant now, @Nullable Instant deadline) {
    Duration usual =
        switch (kept.because()) {
          case STOOD_BY, ASKED_AGAIN -> rules.standby().askAlone();
          case ASSIGNED -> rules.nudgeAfter();
          case HAS_ONE -> rules.things().askAlone();
        };
    Instant until = rules.quietHours().after(usual, now, zone);
    return sooner(now, Duration.between(now, until), deadline);
  }

  /** Whether a yes of that time still stands. */
  public boolean fresh(Instant since, Instant now) {
    return !now.isAfter(since.plus(rules.standby().atOnce()));
  }

  /**
   * When the next wave goes out, so that all of them do before the deadline.
   *
   * @param wavesLeft those after this one
   */
  public Instant nextWaveAt(
      Instant now, Duration patience, int wavesLeft, @Nullable Instant deadline) {
    if (deadline == null || !deadline.isAfter(now)) return now.plus(patience);
    Duration share = Duration.between(now, deadline).dividedBy(wavesLeft + 2L);
    return now.plus(longer(FASTEST, shorter(patience, share)));
  }

  /** Nobody is sent out for what is of no use any more. */
  public static boolean tooLate(Particulars particulars, Instant now, @Nullable Instant deadline) {
    return deadline != null && !deadline.isAfter(now) && deadline.isAfter(particulars.openedAt());
  }

  private static Instant sooner(Instant from, Duration usual, @Nullable Instant deadline) {
    if (deadline == null || !deadline.isAfter(from)) return from.plus(usual);
    Duration half = Duration.between(from, deadline).dividedBy(2);
    Instant at = from.plus(shorter(usual, longer(SOONEST, half)));
    return at.isAfter(deadline) ? deadline : at;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
