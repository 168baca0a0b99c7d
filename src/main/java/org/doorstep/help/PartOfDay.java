package org.doorstep.help;

import java.time.LocalTime;

/** Morning 05:00 to 11:59, afternoon 12:00 to 16:59, evening 17:00 to 20:59, night the rest. */
public enum PartOfDay {
  MORNING(LocalTime.of(5, 0), LocalTime.of(12, 0)),
  AFTERNOON(LocalTime.of(12, 0), LocalTime.of(17, 0)),
  EVENING(LocalTime.of(17, 0), LocalTime.of(21, 0)),
  NIGHT(LocalTime.of(21, 0), LocalTime.of(23, 59));

  private final LocalTime begin;
  private final LocalTime end;

  PartOfDay(LocalTime begin, LocalTime end) {
    this.begin = begin;
    this.end = end;
  }

  public LocalTime begin() {
    return begin;
  }

  /** When help that was asked for in this part of a day is too late. */
  public LocalTime end() {
    return end;
  }

  public static PartOfDay of(LocalTime time) {
    int hour = time.getHour();
    if (hour >= 5 && hour < 12) return MORNING;
    if (hour >= 12 && hour < 17) return AFTERNOON;
    return hour >= 17 && hour < 21 ? EVENING : NIGHT;
  }
}
