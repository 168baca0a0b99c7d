package org.doorstep.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Help that comes again and again. It opens a request for each time, an occasion, or one for each
 * of several people; these then live as any other. Whoever does it each time has it from the start.
 *
 * @param wanted what was asked for at first
 * @param regular who did it, as it was kept while there could be but one; null once it is read
 * @param asked who has been asked whether they would; nobody is asked twice
 * @param first the day that the rhythm counts from
 * @param next the day of the next occasion that is not opened yet
 * @param away as it was kept beside the one; null once it is read
 * @param missed the last day of which nobody has heard that anybody came
 * @param regulars who does it each time, once they have said so; no more than it takes
 */
public record Arrangement(
    ArrangementId id,
    Particulars wanted,
    Recurrence rhythm,
    @Nullable PersonId regular,
    Set<PersonId> asked,
    LocalDate first,
    LocalDate next,
    @Nullable LocalDate away,
    @Nullable LocalDate missed,
    List<Regular> regulars) {

  /**
   * One who does it each time.
   *
   * @param away the day on which somebody else has to be found
   */
  public record Regular(PersonId who, @Nullable LocalDate away) {}

  public Arrangement {
    asked = Set.copyOf(asked);
    if (regular != null) regulars = List.of(new Regular(regular, away));
    regulars =
        regulars == null ? List.of() : List.copyOf(regulars); // kept before there were several
    regular = null;
    away = null;
  }

  /**
   * @param today the first time is then, where no day was named
   */
  public static Arrangement of(Particulars wanted, Recurrence rhythm, LocalDate today) {
    LocalDate named = wanted.when().date();
    LocalDate first = named == null || named.isBefore(today) ? today : named;
    return new Arrangement(
        ArrangementId.beganWith(wanted.id()),
        wanted,
        rhythm,
        null,
        Set.of(),
        first,
        rhythm.after(first, first),
        null,
        null,
        List.of());
  }

  public PersonId resident() {
    return wanted.resident();
  }

  /** How many people it takes each time. */
  public int people() {
    return wanted.people();
  }

  /** Those who do it each time, in the order in which they said so. */
  public List<PersonId> volunteers() {
    return regulars.stream().map(Regular::who).toList();
  }

  /** Those of them who do it the next time. */
  public List<PersonId> coming() {
    return regulars.stream().filter(r -> !next.equals(r.away())).map(Regular::who).toList();
  }

  /** Whether everybody whom it takes does it each time. */
  public boolean complete() {
    return regulars.size() >= people();
  }

  /** Whoever asked for it, and whoever does it each time. */
  public Set<PersonId> parties() {
    Set<PersonId> all = new LinkedHashSet<>(Set.of(resident()));
    all.addAll(volunteers());
    return all;
  }

  public boolean does(PersonId volunteer) {
    return volunteers().contains(volunteer);
  }

  public Arrangement asking(PersonId volunteer) {
    Set<PersonId> all = new LinkedHashSet<>(asked);
    all.add(volunteer);
    return with(all, next, missed, regulars);
  }

  /** One more does it each time. */
  public Arrangement by(PersonId volunteer) {
    return does(volunteer)
        ? this
        : with(
            asked,
            next,
            missed,
            Stream.concat(regulars.stream(), Stream.of(new Regular(volunteer, null))).toList());
  }

  /** They do it no more each time. */
  public Arrangement without(PersonId volunteer) {
    return with(
        asked, next, missed, regulars.stream().filter(r -> !r.who().equals(volunteer)).toList());
  }

  /** One who does it each time does not do it then. */
  public Arrangement away(PersonId volunteer, LocalDate day) {
    UnaryOperator<Regular> then = r -> r.who().equals(volunteer) ? new Regular(r.who(), day) : r;
    return with(asked, next, missed, regulars.stream().map(then).toList());
  }

  /** The next occasion has been opened, or is left out. */
  public Arrangement advanced() {
    return with(asked, rhythm.after(next, first), missed, regulars);
  }

  /**
   * @param day null where it took place after all
   */
  public Arrangement missedOn(@Nullable LocalDate day) {
    return with(asked, next, day, regulars);
  }

  private Arrangement with(
      Set<PersonId> have, LocalDate then, @Nullable LocalDate unheard, List<Regular> does) {
    return new Arrangement(id, wanted, rhythm, null, have, first, then, null, unheard, does);
  }

  /** When the next one is wanted. */
  public When nextTime() {
    When at = wanted.when();
    return new When(next, at.part(), at.time(), at.by(), false, null);
  }

  /** What is asked for the next time. */
  public Particulars occasion(RequestId request, Instant now) {
    return wanted.again(request, id, nextTime(), now);
  }

  /** Whether a request is one of its occasions, or of those that it began with. */
  public boolean has(HelpRequest request) {
    return Objects.equals(request.particulars().arrangement(), id)
        || request.id().equals(wanted.id())
        || wanted.partOfTheSame(request.id());
  }

  @Override
  public String toString() {
    return "Arrangement[" + id + "]";
  }
}
