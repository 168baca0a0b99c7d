package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Group;
import org.doorstep.cell.Safeguarding;

/** Tells those who run a group who is called when the link officers do not answer. */
record NamedContacts(Wording wording) {

  private static final String FLOW = Calls.FLOW + ".";

  void tell(Draft draft, Lead lead) {
    Wording theirs = wording.to(draft, lead.person().id());
    for (Group group : lead.groups()) {
      List<Contact> contacts = of(draft, group);
      if (contacts.isEmpty()) continue;
      Map<String, String> values = Map.of("group", group.name(), "list", list(theirs, contacts));
      draft.tell(lead.person().id(), theirs.say(FLOW + "contacts", values), HOLD);
    }
  }

  private static List<Contact> of(Draft draft, Group group) {
    Safeguarding guarding = draft.cell().safeguarding();
    List<Contact> there =
        guarding.contacts().stream()
            .filter(
                c ->
                    Optional.ofNullable(c.area())
                        .map(a -> a.outcodes().stream().anyMatch(group.area().outcodes()::contains))
                        .orElse(true))
            .flatMap(c -> c.people().stream())
            .distinct()
            .toList();
    return there.isEmpty() ? guarding.everybody() : there;
  }

  private static String list(Wording theirs, List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                theirs.words(
                    FLOW + (c.number() == null ? "contact-slack" : "contact-sms"),
                    Map.of("officer", c.name())))
        .collect(Collectors.joining("\n"));
  }
}
