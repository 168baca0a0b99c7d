package org.doorstep.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A calendar week. Figures are given for whole weeks only: from two spans that overlap one could
 * take the one from the other.
 */
public record Week(LocalDate monday) {

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday");
    }
  }

  public static Week of(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Those that lie between these days altogether, both included. */
  public static List<Week> between(LocalDate from, LocalDate to) {
    List<Week> all = new ArrayList<>();
    Week each = of(from);
    if (each.monday.isBefore(from)) each = each.next();
    for (; !each.sunday().isAfter(to); each = each.next()) all.add(each);
    return List.copyOf(all);
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  public Week next() {
    return new Week(monday.plusWeeks(1));
  }

  public Week before() {
    return new Week(monday.minusWeeks(1));
  }

  public boolean has(LocalDate day) {
    return !day.isBefore(monday) && !day.isAfter(sunday());
  }

  /** As ISO 8601 has it: {@code 2026-W47}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
