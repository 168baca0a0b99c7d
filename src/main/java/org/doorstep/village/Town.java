package org.doorstep.village;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.doorstep.cell.Cell;
import org.doorstep.help.Particulars;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.Point;

/**
 * A made-up town: who volunteers there, and what is asked for in some days, in order.
 *
 * @param seed of which all of it was drawn, and the moods are
 */
record Town(long seed, ZoneId zone, List<Townsperson> volunteers, List<Particulars> requests) {

  /** When the days begin: a Monday. */
  static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

  Town {
    volunteers = List.copyOf(volunteers);
    requests = List.copyOf(requests);
  }

  static Town drawn(long seed, Cell cell, Habits habits, Simulation.Size size) {
    ZoneId zone = cell.zone();
    String group = cell.groups().getFirst().id();
    var dice = new SplittableRandom(seed);
    Districts districts = Districts.drawn(dice.split());
    RandomGenerator people = dice.split();
    List<Townsperson> volunteers = new ArrayList<>();
    for (int i = 0; i < size.volunteers(); i++) {
      volunteers.add(volunteer(i, districts.home(people), habits, people, group, zone));
    }
    return new Town(
        seed, zone, volunteers, Requests.drawn(dice.split(), zone, group, districts, size));
  }

  private static Townsperson volunteer(
      int index, Point home, Habits habits, RandomGenerator dice, String group, ZoneId zone) {
    Instant begin = BEGIN.atStartOfDay(zone).toInstant();
    PersonId id = new PersonId("volunteer-" + index);
    Volunteering offer =
        new Volunteering(
            place(home),
            Traits.reach(dice),
            Traits.travel(dice),
            Traits.likes(dice),
            Set.of(),
            group,
            begin,
            null,
            Availability.ALWAYS,
            Set.of());
    Person person =
        Person.firstSeen(id, Address.whatsapp("GB.TOWN" + index), "en", begin).offering(offer);
    boolean never = dice.nextDouble() < habits.neverAnswer();
    double yes = Math.min(Habits.SUREST, Traits.logNormal(dice, habits.yes(), habits.yesSpread()));
    return new Townsperson(
        index,
        person,
        home,
        offer.reachMetres(),
        offer.likes(),
        never ? 0 : yes,
        Traits.logNormal(dice, habits.replyMinutes(), habits.replySpread()),
        Traits.about(dice, LocalTime.of(7, 0)),
        Traits.about(dice, LocalTime.of(22, 30)),
        dice.nextDouble() < habits.works(),
        Traits.logNormal(dice, habits.toleratesAWeek(), habits.tolerateSpread()));
  }

  static Place place(Point point) {
    return new Place("the town", "the town", point, true);
  }
}
