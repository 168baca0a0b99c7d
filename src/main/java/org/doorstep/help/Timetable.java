package org.doorstep.help;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.doorstep.cell.Rules;

/** When the occasions of standing arrangements are prepared, and when they should be over. */
public record Timetable(Rules rules, ZoneId zone) {

  private static final Duration BEFORE_A_FREQUENT_ONE = Duration.ofHours(3);

  /** Whoever comes at ten is not asked at ten whether they have been. */
  private static final Duration TIME_FOR_IT = Duration.ofHours(1);

  private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime DAY_IS_OVER = LocalTime.of(18, 0);

  /** So that there is time for somebody else; never in quiet hours. */
  public Instant opens(Arrangement arrangement) {
    LocalTime begins = begins(arrangement.wanted().when());
    Instant start = at(arrangement.next(), begins);
    Instant at =
        arrangement.rhythm().frequent()
            ? start.minus(BEFORE_A_FREQUENT_ONE)
            : at(arrangement.next().minusDays(1), begins);
    Instant awake = rules.quietHours().endAfter(at, zone);
    return awake.isBefore(start) ? awake : rules.quietHours().lastBefore(at, zone);
  }

  private static LocalTime begins(When when) {
    if (!when.by() && when.time() != null) return when.time();
    PartOfDay part = when.by() ? null : when.part();
    return part == null || part == PartOfDay.MORNING ? DAY_BEGINS : part.begin();
  }

  /** When the one who does it each time is asked whether it took place that day. */
  public Instant askAfter(LocalDate day, When when, Instant now) {
    Instant over =
        when.time() != null
            ? at(day, when.time()).plus(TIME_FOR_IT)
            : at(day, when.part() == null ? DAY_IS_OVER : when.part().end());
    Instant later = over.isAfter(now) ? over : now.plus(TIME_FOR_IT);
    return rules.quietHours().endAfter(later, zone);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** Whether an occasion is of no use any more. */
  public boolean over(When when, Instant now) {
    return when.deadline(zone).map(end -> !end.isAfter(now)).orElse(false);
  }
}
