package org.doorstep.help;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.NeedTerms;
import org.doorstep.cell.WaveStep;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;

/** One request at the foot of a hill, and volunteers up the hill. */
@NullUnmarked
final class Hill {

  /** A Wednesday. */
  static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");

  static final ZoneId ZONE = ZoneId.of("Europe/London");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
  static final PersonId EDNA = new PersonId("edna");
  static final Need SHOPPING = new Need("shopping");
  static final Hours NIGHTS = new Hours(LocalTime.of(20, 0), LocalTime.of(6, 0));
  private static final Point FOOT = new Point(53.822, -1.575);

  private Hill() {}

  static Volunteering lives(int metresUp) {
    Point home = new Point(FOOT.latitude() + metresUp / 111_195.0, FOOT.longitude());
    return new Volunteering(
        new Place("LS6", "LS6", home, true),
        5000,
        Set.of(),
        Set.of(),
        Set.of(),
        "hill",
        NOON,
        null,
        Availability.ALWAYS,
        Set.of());
  }

  static Volunteering travels(int metresUp, Travel... by) {
    Volunteering v = lives(metresUp);
    return new Volunteering(
        v.home(),
        20_000,
        Set.of(by),
        v.likes(),
        v.badges(),
        v.group(),
        v.joinedAt(),
        null,
        Availability.ALWAYS,
        Set.of());
  }

  static Volunteering likes(int metresUp, Need... needs) {
    Volunteering v = lives(metresUp);
    return new Volunteering(
        v.home(),
        5000,
        v.travel(),
        Set.of(needs),
        v.badges(),
        v.group(),
        v.joinedAt(),
        null,
        Availability.ALWAYS,
        Set.of());
  }

  static Volunteering wears(int metresUp, String... badges) {
    Volunteering v = lives(metresUp);
    return new Volunteering(
        v.home(),
        5000,
        v.travel(),
        v.likes(),
        Set.of(badges),
        v.group(),
        v.joinedAt(),
        null,
        Availability.ALWAYS,
        Set.of());
  }

  static Volunteering speaks(int metresUp, String... languages) {
    Volunteering v = lives(metresUp);
    return new Volunteering(
        v.home(),
        5000,
        v.travel(),
        v.likes(),
        v.badges(),
        v.group(),
        v.joinedAt(),
        null,
        v.availability(),
        Set.of(languages));
  }

  static Availability only(DayOfWeek... days) {
    return new Availability(Set.of(days), List.of(), null, null);
  }

  static Availability hours(int from, int to) {
    Hours hours = new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    return new Availability(Set.of(), List.of(hours), null, null);
  }

  static Candidate who(String name, Volunteering offer) {
    return Candidate.fresh(person(name).offering(offer));
  }

  static Candidate who(String name, Volunteering offer, Tally tally) {
    return new Candidate(person(name).offering(offer), tally);
  }

  static Person person(String name) {
    return Person.firstSeen(new PersonId(name), Address.whatsapp("+44" + name), "en", NOON);
  }

  static Tally asked(long... daysAgo) {
    return new Tally(
        java.util.Arrays.stream(daysAgo).mapToObj(d -> NOON.minus(Duration.ofDays(d))).toList(),
        null,
        0);
  }

  static HelpRequest.Seeking wanted(When when) {
    return HelpRequest.open(
        new Particulars(
            new RequestId("rabcdef"),
            EDNA,
            SHOPPING,
            null,
            null,
            new Place("LS6 3HN", "LS6", FOOT, true),
            when,
            "self",
            Set.of(),
            null,
            "hill",
            NOON,
            List.of()));
  }

  /** What is asked, where nothing else is said: some shopping, whenever, within 2 km. */
  static Terms wanted() {
    return new Terms(
        wanted(When.whenever()), Ties.NONE, "en", NeedTerms.plain(SHOPPING), false, NOON);
  }

  record Terms(
      HelpRequest.Seeking request,
      Ties ties,
      String language,
      NeedTerms need,
      boolean night,
      Instant now) {

    Terms request(HelpRequest.Seeking other) {
      return new Terms(other, ties, language, need, night, now);
    }

    Terms ties(Ties other) {
      return new Terms(request, other, language, need, night, now);
    }

    Terms language(String other) {
      return new Terms(request, ties, other, need, night, now);
    }

    Terms need(NeedTerms other) {
      return new Terms(request, ties, language, other, night, now);
    }

    Terms at(Instant other) {
      return new Terms(request, ties, language, need, night, other);
    }

    Terms atNight() {
      return new Terms(request, ties, language, need, true, now);
    }

    Asking asking() {
      return new Asking(
          request,
          ties,
          language,
          "en",
          new WaveStep(3, 2000, Duration.ofMinutes(5)),
          need,
          night,
          2,
          now.atZone(ZONE));
    }
  }
}
