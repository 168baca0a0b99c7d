package org.doorstep.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Listed;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Candidate;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.place.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What was found out by {@linkplain Enquiry enquiries}.
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
 * @param arrangements those that may be changed, for the dossier
 * @param services entries of the directory
 * @param cases those that may be changed, for the dossier, where their revisions are known
 */
public record Answers(
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
    List<Thing> things,
    List<Arrangement> arrangements,
    List<Listed> services,
    List<Case> cases) {

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
    arrangements = List.copyOf(arrangements);
    services = List.copyOf(services);
    cases = List.copyOf(cases);
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
      Map<String, Long> versions,
      Roll roll,
      List<Arrangement> regular,
      List<Thing> things,
      List<Arrangement> arrangements,
      List<Listed> services) {
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
        roll,
        regular,
        things,
        arrangements,
        services,
        List.of());
  }

  public static Answers cases(List<Case> cases, List<Person> people) {
    return of(people, Map.of(), List.of(), List.of(), List.of(), List.of(), cases);
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
        List.of(),
        List.of(),
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
    return of(people, Map.of(), regular, List.of(), List.of(), List.of(), List.of());
  }

  public static Answers things(
      List<Thing> things, List<Person> owners, Map<String, Long> versions) {
    return of(owners, versions, List.of(), things, List.of(), List.of(), List.of());
  }

  /** What somebody has a part in. */
  public static Answers parts(
      List<HelpRequest> jobs,
      List<Arrangement> arrangements,
      List<Thing> things,
      List<Person> people,
      Map<String, Long> versions) {
    return jobs(jobs, people, versions)
        .and(of(List.of(), Map.of(), List.of(), things, arrangements, List.of(), List.of()));
  }

  private static Answers of(
      List<Person> people,
      Map<String, Long> versions,
      List<Arrangement> regular,
      List<Thing> things,
      List<Arrangement> arrangements,
      List<Listed> services,
      List<Case> cases) {
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
        things,
        arrangements,
        services,
        cases);
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
        things,
        arrangements,
        services,
        cases);
  }

  public static Answers services(List<Listed> services) {
    return of(List.of(), Map.of(), List.of(), List.of(), List.of(), services, List.of());
  }

  /** What an officer looks after, or did, about one person; any of them may be changed. */
  public static Answers cases(List<Case> cases, Map<String, Long> versions) {
    return of(List.of(), versions, List.of(), List.of(), List.of(), List.of(), cases);
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
        both(things, more.things),
        both(arrangements, more.arrangements),
        both(services, more.services),
        both(cases, more.cases));
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    if (some.isEmpty()) return more;
    return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).toList();
  }

  private static <T> Map<String, T> both(Map<String, T> some, Map<String, T> more) {
    Map<String, T> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
