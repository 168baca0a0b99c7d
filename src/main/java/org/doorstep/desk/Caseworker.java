package org.doorstep.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;

/**
 * Somebody who looks at cases: a link officer, a safeguarding person, or who answers for a partner.
 *
 * @param as by what name they are known here
 * @param partners the ids of those whom they answer for
 */
record Caseworker(Person person, Officer as, boolean officer, Set<String> partners) {

  static Optional<Caseworker> of(Cell cell, Person person) {
    if (person.address().channel() != Channel.SLACK) return Optional.empty();
    String user = person.address().value();
    List<Partner> partners =
        cell.response().partners().stream().filter(p -> p.answeredForBy(user)).toList();
    Optional<Officer> officer = cell.officer(user);
    return officer
        .or(() -> guards(cell).filter(o -> o.slackUser().equals(user)).findFirst())
        .or(() -> partners.stream().findFirst().map(p -> new Officer(user, p.name())))
        .map(
            as ->
                new Caseworker(
                    person,
                    as,
                    officer.isPresent(),
                    partners.stream().map(Partner::id).collect(Collectors.toUnmodifiableSet())));
  }

  /** Everybody in a cell who looks at cases. */
  static Set<Address> addresses(Cell cell) {
    return Stream.concat(
            Stream.concat(cell.officers().stream(), guards(cell)).map(Officer::slackUser),
            cell.response().partners().stream().flatMap(p -> p.people().stream()))
        .map(Address::slack)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Officer> guards(Cell cell) {
    return cell.safeguarding().people().stream();
  }

  String user() {
    return as.slackUser();
  }

  /** Who may stand in for them, in the order in which they are told; they themselves among them. */
  List<Officer> colleagues(Cell cell) {
    if (officer) return cell.officers();
    if (guards(cell).anyMatch(o -> o.slackUser().equals(user()))) return guards(cell).toList();
    return cell.response().partners().stream()
        .filter(p -> partners.contains(p.id()))
        .flatMap(p -> p.people().stream().map(user -> new Officer(user, p.name())))
        .distinct()
        .toList();
  }
}
