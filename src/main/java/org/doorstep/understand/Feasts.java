package org.doorstep.understand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days with a name of their own: the coming one, unless that is so far off that the last is meant.
 */
final class Feasts {

  /** A feast further off than this is one that has just been. */
  private static final int FAR = 300;

  /** Who speaks of a bank holiday means one within these days. */
  private static final int NEAR = 60;

  private static final Map<String, Function<Year, LocalDate>> BY_KEY =
      Map.ofEntries(
          fixed("christmas-eve", Month.DECEMBER, 24),
          fixed("christmas-day", Month.DECEMBER, 25),
          fixed("boxing-day", Month.DECEMBER, 26),
          fixed("new-years-eve", Month.DECEMBER, 31),
          fixed("new-years-day", Month.JANUARY, 1),
          fixed("burns-night", Month.JANUARY, 25),
          fixed("valentines", Month.FEBRUARY, 14),
          fixed("st-davids-day", Month.MARCH, 1),
          fixed("st-patricks-day", Month.MARCH, 17),
          fixed("halloween", Month.OCTOBER, 31),
          fixed("bonfire-night", Month.NOVEMBER, 5),
          easter("pancake-day", -47),
          easter("ash-wednesday", -46),
          easter("mothers-day", -21),
          easter("palm-sunday", -7),
          easter("maundy-thursday", -3),
          easter("good-friday", -2),
          easter("easter-sunday", 0),
          easter("easter-monday", 1),
          nth("may-day", Month.MAY, 1, DayOfWeek.MONDAY),
          nth("spring-bank-holiday", Month.MAY, -1, DayOfWeek.MONDAY),
          nth("fathers-day", Month.JUNE, 3, DayOfWeek.SUNDAY),
          nth("summer-bank-holiday", Month.AUGUST, -1, DayOfWeek.MONDAY),
          nth("remembrance-sunday", Month.NOVEMBER, 2, DayOfWeek.SUNDAY));

  /** The bank holidays that are Mondays, which is what most people mean by one. */
  private static final String[] MONDAYS = {
    "easter-monday", "may-day", "spring-bank-holiday", "summer-bank-holiday"
  };

  /** The keys, as a pattern has them. */
  static final String ANY = String.join("|", BY_KEY.keySet().stream().sorted().toList());

  private Feasts() {}

  /** Null for one that has just been. */
  static @Nullable LocalDate next(String key, LocalDate now) {
    LocalDate date = coming(key, now);
    return date.isAfter(now.plusDays(FAR)) ? null : date;
  }

  /** The next one of all the bank holidays, or of its Mondays. */
  static @Nullable LocalDate bankHoliday(LocalDate now, boolean monday) {
    Stream<String> mondays = Stream.of(MONDAYS);
    Stream<String> keys =
        monday
            ? mondays
            : Stream.concat(
                mondays, Stream.of("good-friday", "christmas-day", "boxing-day", "new-years-day"));
    return keys.map(key -> coming(key, now))
        .min(LocalDate::compareTo)
        .filter(date -> date.isBefore(now.plusDays(NEAR)))
        .orElse(null);
  }

  private static LocalDate coming(String key, LocalDate now) {
    Function<Year, LocalDate> dates = BY_KEY.get(key);
    if (dates == null) throw new IllegalArgumentException(key);
    LocalDate date = dates.apply(Year.of(now.getYear()));
    return date.isBefore(now) ? dates.apply(Year.of(now.getYear() + 1)) : date;
  }

  private static Map.Entry<String, Function<Year, LocalDate>> fixed(
      String key, Month month, int day) {
    return Map.entry(key, year -> year.atMonth(month).atDay(day));
  }

  private static Map.Entry<String, Function<Year, LocalDate>> easter(String key, int days) {
    return Map.entry(key, year -> Dates.easter(year.getValue()).plusDays(days));
  }

  private static Map.Entry<String, Function<Year, LocalDate>> nth(
      String key, Month month, int which, DayOfWeek day) {
    return Map.entry(
        key,
        year -> year.atMonth(month).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, day)));
  }
}
