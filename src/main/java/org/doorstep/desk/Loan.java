package org.doorstep.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.help.Thing;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;

/**
 * A thing that is lent and not back.
 *
 * @param due when it is to be back
 */
record Loan(Thing thing, Thing.Out out, LocalDate due) {

  /** Those that they have lent or borrowed. */
  static List<Loan> of(Draft draft, Person me) {
    return all(draft).stream().filter(loan -> loan.has(me.id())).toList();
  }

  /** Of all things that are known: of one, others may have borrowed some as well. */
  static List<Loan> all(Draft draft) {
    return draft.things().stream().flatMap(Loan::of).toList();
  }

  private static Stream<Loan> of(Thing thing) {
    return thing.out().stream()
        .flatMap(
            out -> out.back() == null ? Stream.of() : Stream.of(new Loan(thing, out, out.back())));
  }

  /** The one that is spoken of, if they have a part in it. */
  static Optional<Loan> about(Draft draft, Person me, String about) {
    return of(draft, me).stream().filter(loan -> about.startsWith(loan.key())).findFirst();
  }

  boolean lentBy(PersonId person) {
    return thing.owner().equals(person);
  }

  private boolean has(PersonId person) {
    return lentBy(person) || out.by().equals(person);
  }

  private String key() {
    return thing.id() + "." + out.request() + ".";
  }

  /** {@code t….r….asked}: how often its owner has been asked whether it is back. */
  String about(int asked) {
    return key() + asked;
  }

  /** {@code t….r….20260330}: until when it may stay. */
  String about(LocalDate day) {
    return key() + day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** Until when, if the tap says so. */
  static Optional<LocalDate> day(Tap tap) {
    try {
      return Optional.of(
          LocalDate.parse(
              tap.about().substring(tap.about().lastIndexOf('.') + 1),
              DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
