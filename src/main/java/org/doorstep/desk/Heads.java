package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Officer;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/** Those who run a group, written to without having written first. */
record Heads(Wording wording) {

  /** Where none is named, the officers see to it. */
  static RollCall asks(Cell cell, String group) {
    List<String> leads = cell.group(group).map(Group::leads).orElse(List.of());
    Set<Address> addresses = new LinkedHashSet<>();
    for (String lead : leads) {
      addresses.add(lead.startsWith("+") ? Address.whatsapp(lead) : Address.slack(lead));
    }
    if (leads.isEmpty()) {
      cell.officers().stream().map(Officer::slackUser).map(Address::slack).forEach(addresses::add);
    }
    return new RollCall.Leads(addresses);
  }

  /** One who never wrote becomes known by it: otherwise nothing could be sent to them. */
  void tell(Draft draft, Function<Wording, Utterance> said, PersonId... about) {
    for (Roll.Head head : draft.dossier().answers().roll().leads()) tell(draft, head, said, about);
  }

  /** One of them. */
  void tell(Draft draft, Roll.Head head, Function<Wording, Utterance> said, PersonId... about) {
    Person lead =
        Optional.ofNullable(head.known())
            .orElseGet(
                () ->
                    Person.firstSeen(
                        head.id(), head.address(), draft.cell().language(), draft.now()));
    if (head.known() == null) draft.put(lead);
    if (!lead.optedOut()) {
      draft.tell(lead.id(), said.apply(wording.in(lead.language())), HOLD, about);
    }
  }
}
