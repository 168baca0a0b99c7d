package org.doorstep.village;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.doorstep.help.Particulars;
import org.doorstep.help.RequestId;
import org.doorstep.help.When;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;

/** What is asked for in a simulated town, by whom and when. */
final class Requests {

  /** Households for each request a day: on average each asks twice a week. */
  private static final double HOUSEHOLDS = 3.5;

  /** How much more often some ask than others: the spread of a log-normal. */
  private static final double UNEVEN = 1;

  /** How many of a day's requests come in each hour, relative to the others. */
  private static final List<Double> HOURS =
      List.of(
          .3, .2, .2, .2, .2, .3, .5, 1.5, 4.0, 7.0, 8.0, 8.0, 6.0, 5.0, 6.0, 6.0, 6.0, 6.0, 5.0,
          4.0, 3.0, 2.0, 1.0, .5);

  private record Household(PersonId resident, Place home) {}

  private Requests() {}

  static List<Particulars> drawn(
      RandomGenerator dice, ZoneId zone, String group, Districts districts, Simulation.Size size) {
    List<Household> households = new ArrayList<>();
    List<Double> asksOften = new ArrayList<>();
    for (int i = 0; i < Math.ceil(HOUSEHOLDS * size.requestsADay()); i++) {
      Place home = Town.place(districts.household(dice));
      households.add(new Household(new PersonId("resident-" + i), home));
      asksOften.add(Traits.logNormal(dice, 1, UNEVEN));
    }
    List<Particulars> all = new ArrayList<>();
    for (int day = 0; day < size.days(); day++) {
      for (int i = 0; i < size.requestsADay(); i++) {
        Household household = households.get(Traits.oneOf(asksOften, dice));
        LocalDateTime at =
            Town.BEGIN
                .plusDays(day)
                .atTime(Traits.oneOf(HOURS, dice), 0)
                .plusSeconds(dice.nextInt(3600));
        all.add(request(all.size(), household, at, group, dice, zone));
      }
    }
    all.sort(Comparator.comparing(Particulars::openedAt));
    return all;
  }

  private static Particulars request(
      int number,
      Household household,
      LocalDateTime at,
      String group,
      RandomGenerator dice,
      ZoneId zone) {
    Instant opened = at.atZone(zone).toInstant();
    return new Particulars(
        new RequestId("r%07d".formatted(number)),
        household.resident(),
        Traits.need(dice),
        null,
        null,
        household.home(),
        When.on(wanted(at, dice)),
        "self",
        Set.of(),
        null,
        group,
        opened,
        List.of());
  }

  /**
   * A third today, a third tomorrow, a third some day of the week; nobody asks at night for today.
   */
  private static LocalDate wanted(LocalDateTime at, RandomGenerator dice) {
    int days = dice.nextInt(3);
    if (days == 0 && at.getHour() >= 17) days = 1;
    return at.toLocalDate().plusDays(days < 2 ? days : 2 + dice.nextInt(5));
  }
}
