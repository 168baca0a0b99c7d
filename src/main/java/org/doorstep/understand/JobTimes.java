package org.doorstep.understand;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;
import org.jspecify.annotations.Nullable;

/** Tells jobs apart by the hour or the part of the day that their labels name. */
final class JobTimes {

  /** The same hour; the same part of the day. */
  private static final int HOUR = 3;

  private static final int PART = 2;

  private static final int HALF_A_DAY = 12;

  /** Times of day do not depend on the day. */
  private static final ZonedDateTime ANY_DAY =
      LocalDate.of(2026, 3, 18).atStartOfDay(ZoneOffset.UTC);

  private final WhenReader when;

  JobTimes(WhenReader when) {
    this.when = when;
  }

  /**
   * @param scores of each job for each word; those of jobs that only some share grow
   */
  void in(Words message, List<Words> labels, int[][] scores) {
    Found<When> said = when.in(message, false, ANY_DAY);
    if (said == null) return;
    List<Integer> same = new ArrayList<>();
    for (Words label : labels) same.add(same(said.value(), when.in(label, false, ANY_DAY)));
    if (same.stream().distinct().count() < 2) return;
    int at = first(message, said.start());
    for (int job = 0; job < scores.length; job++) scores[job][at] += same.get(job);
  }

  private static int same(When said, @Nullable Found<When> label) {
    if (label == null) return 0;
    if (said.time() != null && label.value().time() != null)
      return hour(said.time()).equals(hour(label.value().time())) ? HOUR : 0;
    return part(said) != null && part(said) == part(label.value()) ? PART : 0;
  }

  /** People say two for two in the afternoon. */
  private static LocalTime hour(LocalTime time) {
    return time.withHour(time.getHour() % HALF_A_DAY);
  }

  private static @Nullable PartOfDay part(When when) {
    return when.time() != null ? PartOfDay.of(when.time()) : when.part();
  }

  /** The word that stands at a character of what was typed. */
  private static int first(Words message, int typed) {
    for (int at = message.size() - 1; at > 0; at--)
      if (message.plain().typedAt(message.get(at).start()) <= typed) return at;
    return 0;
  }
}
