package org.doorstep.desk;

import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** What has to be looked up before a decision can be made. */
public sealed interface Enquiry {

  /** What is called so. */
  record PlaceNamed(String text) implements Enquiry {}

  /** What is around a pin. */
  record PlaceAt(Point point) implements Enquiry {

    /** Under which its answer stands among the places. */
    public static final String KEY = "pin";
  }

  /** Who would suit one wave for one request. */
  record VolunteersFor(Asking asking) implements Enquiry {}

  /** Volunteers of an area, the nearest first. */
  record VolunteersNear(Point middle, int metres, int limit, Set<PersonId> without)
      implements Enquiry {

    /** As far as a borough reaches. */
    private static final int METRES = 15_000;

    /** Of more than these the nearest to the job are looked through. */
    private static final int AT_MOST = 1000;

    public VolunteersNear {
      without = Set.copyOf(without);
    }

    /** Among whom somebody is looked for by name. */
    public static VolunteersNear around(HelpRequest job) {
      return new VolunteersNear(
          job.particulars().place().point(), METRES, AT_MOST, Set.of(job.resident()));
    }
  }

  /**
   * What those who run the groups have in hand.
   *
   * @param groups whose last waits are wanted too
   */
  record OfficeNow(Set<String> groups) implements Enquiry {
    public OfficeNow {
      groups = Set.copyOf(groups);
    }
  }

  /** All jobs of these groups that are not over. */
  record OpenIn(Set<String> groups) implements Enquiry {
    public OpenIn {
      groups = Set.copyOf(groups);
    }
  }

  /** What comes again and again in these groups. */
  record RegularIn(Set<String> groups) implements Enquiry {
    public RegularIn {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * One of these groups' jobs, and all whom it names.
   *
   * @param named a number on the board that {@code lead} was last shown, a reference, or an id
   * @param volunteers those who live around it too
   */
  record JobNamed(PersonId lead, Set<String> groups, String named, boolean volunteers)
      implements Enquiry {
    public JobNamed {
      groups = Set.copyOf(groups);
    }
  }

  /** What was laid out in these groups in these months, and by whom. */
  record ExpensesOf(Set<String> groups, Set<YearMonth> months) implements Enquiry {
    public ExpensesOf {
      groups = Set.copyOf(groups);
      months = Set.copyOf(months);
    }
  }

  /** What a picture is like, as far as it matters. */
  record PictureOf(String picture) implements Enquiry {}

  /** What is on offer of these kinds around there, the nearest first, and whose it is. */
  record ThingsNear(Set<String> kinds, Point middle, int metres) implements Enquiry {

    /** More of one kind are not looked through. */
    public static final int AT_MOST = 20;

    public ThingsNear {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Something about a group's volunteers. */
  record OfRoll(RollCall call) implements Enquiry {}

  /**
   * What was found out.
   *
   * @param open jobs that are only told of; none of them is changed
   * @param jobs those that may be changed, for the dossier
   * @param people whom the jobs name
   * @param office null where it was not asked for
   * @param waits the last ones of some groups, the newest last
   * @param expenses one for each group and month that was asked for
   * @param picture null where none was asked for
   * @param versions of what may be changed
   * @param roll what was asked about a group's volunteers
   * @param regular standing arrangements that are only told of; none of them is changed
   * @param things those that may be changed, for the dossier
   */
  record Answers(
      Map<String, PlaceAnswer> places,
      List<Candidate> volunteers,
      List<HelpRequest> open,
      List<HelpRequest> jobs,
      List<Person> people,
      @Nullable Office office,
      Map<String, List<Duration>> waits,
      List<Expenses> expenses,
      @Nullable Looked picture,
      Map<String, Long> versions,
      Roll roll,
      List<Arrangement> regular,
      List<Thing> things) {

    public static final Answers NONE = new Answers(Map.of(), List.of());

    public Answers {
      places = Map.copyOf(places);
      volunteers = List.copyOf(volunteers);
      open = List.copyOf(open);
      jobs = List.copyOf(jobs);
      people = List.copyOf(people);
      waits = Map.copyOf(waits);
      expenses = List.copyOf(expenses);
      versions = Map.copyOf(versions);
      regular = List.copyOf(regular);
      things = List.copyOf(things);
    }

    public Answers(
        Map<String, PlaceAnswer> places,
        List<Candidate> volunteers,
        List<HelpRequest> open,
        List<HelpRequest> jobs,
        List<Person> people,
        @Nullable Office office,
        Map<String, List<Duration>> waits,
        List<Expenses> expenses,
        @Nullable Looked picture,
        Map<String, Long> versions) {
      this(
          places,
          volunteers,
          open,
          jobs,
          people,
          office,
          waits,
          expenses,
          picture,
          versions,
          Roll.EMPTY,
          List.of(),
          List.of());
    }

    public Answers(Map<String, PlaceAnswer> places, List<Candidate> volunteers) {
      this(
          places,
          volunteers,
          List.of(),
          List.of(),
          List.of(),
          null,
          Map.of(),
          List.of(),
          null,
          Map.of());
    }

    public static Answers picture(Looked looked) {
      return new Answers(
          Map.of(), List.of(), List.of(), List.of(), List.of(), null, Map.of(), List.of(), looked,
          Map.of());
    }

    public static Answers expenses(
        List<Expenses> expenses, List<Person> people, Map<String, Long> versions) {
      return new Answers(
          Map.of(), List.of(), List.of(), List.of(), people, null, Map.of(), expenses, null,
          versions);
    }

    public static Answers open(List<HelpRequest> open, List<Person> people) {
      return new Answers(
          Map.of(), List.of(), open, List.of(), people, null, Map.of(), List.of(), null, Map.of());
    }

    public static Answers jobs(
        List<HelpRequest> jobs, List<Person> people, Map<String, Long> versions) {
      return new Answers(
          Map.of(), List.of(), List.of(), jobs, people, null, Map.of(), List.of(), null, versions);
    }

    public static Answers office(
        Office office, Map<String, List<Duration>> waits, Map<String, Long> versions) {
      return new Answers(
          Map.of(), List.of(), List.of(), List.of(), List.of(), office, waits, List.of(), null,
          versions);
    }

    public static Answers regular(List<Arrangement> regular, List<Person> people) {
      return of(people, Map.of(), regular, List.of());
    }

    public static Answers things(
        List<Thing> things, List<Person> owners, Map<String, Long> versions) {
      return of(owners, versions, List.of(), things);
    }

    private static Answers of(
        List<Person> people,
        Map<String, Long> versions,
        List<Arrangement> regular,
        List<Thing> things) {
      return new Answers(
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          people,
          null,
          Map.of(),
          List.of(),
          null,
          versions,
          Roll.EMPTY,
          regular,
          things);
    }

    public static Answers of(Roll roll) {
      return NONE.with(roll);
    }

    public Answers with(Roll called) {
      return new Answers(
          places,
          volunteers,
          open,
          jobs,
          people,
          office,
          waits,
          expenses,
          picture,
          versions,
          roll.and(called),
          regular,
          things);
    }

    public Answers and(Answers more) {
      return new Answers(
          both(places, more.places),
          both(volunteers, more.volunteers),
          both(open, more.open),
          both(jobs, more.jobs),
          both(people, more.people),
          more.office == null ? office : more.office,
          both(waits, more.waits),
          both(expenses, more.expenses),
          more.picture == null ? picture : more.picture,
          both(versions, more.versions),
          roll.and(more.roll),
          both(regular, more.regular),
          both(things, more.things));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> Map<String, T> both(Map<String, T> some, Map<String, T> more) {
      Map<String, T> all = new HashMap<>(some);
      all.putAll(more);
      return all;
    }
  }
}
