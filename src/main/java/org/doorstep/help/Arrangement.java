package org.doorstep.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Help that comes again and again. It opens a request for each time, an occasion, which then lives
 * as any other; whoever does it each time has it from the start.
 *
 * @param wanted what was asked for at first
 * @param regular who does it each time, once somebody has said so
 * @param asked who has been asked whether they would; nobody is asked twice
 * @param first the day that the rhythm counts from
 * @param next the day of the next occasion that is not opened yet
 * @param away the day on which somebody else has to be found
 * @param missed the last day of which nobody has heard that anybody came
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
    @Nullable LocalDate missed) {

  public Arrangement {
    asked = Set.copyOf(asked);
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
        null);
  }

  public PersonId resident() {
    return wanted.resident();
  }

  /** Whoever asked for it, and whoever does it each time. */
  public Set<PersonId> parties() {
    return regular == null ? Set.of(resident()) : Set.of(resident(), regular);
  }

  public boolean does(PersonId volunteer) {
    return volunteer.equals(regular);
  }

  public Arrangement asking(PersonId volunteer) {
    Set<PersonId> all = new LinkedHashSet<>(asked);
    all.add(volunteer);
    return new Arrangement(id, wanted, rhythm, regular, all, first, next, away, missed);
  }

  public Arrangement by(PersonId volunteer) {
    return new Arrangement(id, wanted, rhythm, volunteer, asked, first, next, null, missed);
  }

  /** Nobody in particular does it from now on. */
  public Arrangement byNobody() {
    return new Arrangement(id, wanted, rhythm, null, asked, first, next, null, missed);
  }

  /** Whoever does it each time does not do it then. */
  public Arrangement away(LocalDate day) {
    return new Arrangement(id, wanted, rhythm, regular, asked, first, next, day, missed);
  }

  /** The next occasion has been opened, or is left out. */
  public Arrangement advanced() {
    LocalDate after = rhythm.after(next, first);
    return new Arrangement(id, wanted, rhythm, regular, asked, first, after, away, missed);
  }

  /**
   * @param day null where it took place after all
   */
  public Arrangement missedOn(@Nullable LocalDate day) {
    return new Arrangement(id, wanted, rhythm, regular, asked, first, next, away, day);
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

  /** Whether a request is one of its occasions, or the one that it began with. */
  public boolean has(HelpRequest request) {
    return Objects.equals(request.particulars().arrangement(), id)
        || request.id().equals(wanted.id());
  }

  @Override
  public String toString() {
    return "Arrangement[" + id + "]";
  }
}
