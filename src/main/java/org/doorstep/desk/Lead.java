package org.doorstep.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.people.Address;
import org.doorstep.people.Person;

/**
 * Somebody who may give a group's orders, on Slack or on WhatsApp.
 *
 * @param groups those they look after
 */
record Lead(Person person, List<Group> groups) {

  /** By any address they are known to write from. */
  static Optional<Lead> of(Cell cell, Inbound inbound, Person person) {
    Set<Address> addresses = new LinkedHashSet<>();
    if (inbound instanceof Inbound.Said said) {
      addresses.add(said.sender().address());
      addresses.addAll(said.sender().alsoKnownAs());
    } else {
      addresses.add(person.address());
    }
    List<Group> led = addresses.stream().flatMap(a -> cell.ledBy(a).stream()).distinct().toList();
    return led.isEmpty() ? Optional.empty() : Optional.of(new Lead(person, led));
  }

  Set<String> groupIds() {
    return groups.stream().map(Group::id).collect(Collectors.toUnmodifiableSet());
  }

  String groupNames() {
    return groups.stream().map(Group::name).collect(Collectors.joining(", "));
  }

  /** What an officer may decide that another lead may not. */
  static boolean isOfficer(Draft draft) {
    return draft.cause() instanceof Inbound.Said said
        && draft.cell().officer(said.sender().address().value()).isPresent();
  }
}
