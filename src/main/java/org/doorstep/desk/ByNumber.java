package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.cell.Cell;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.PhoneText;
import org.doorstep.talk.LeadsOrder;

/**
 * INVITE and a number: its owner may join. Nobody is written to who has not written first, so the
 * lead is told what to pass on.
 */
final class ByNumber {

  /** The number first, then a name; or a name first. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{8,20}[0-9]");

  private static final int LONGEST_NAME = 60;

  private final Wording wording;

  ByNumber(Wording wording) {
    this.wording = wording;
  }

  static Optional<RollCall> asks(LeadsOrder order) {
    return number(order).map(Address::whatsapp).map(RollCall.Invitee::new);
  }

  private static Optional<String> number(LeadsOrder order) {
    Matcher found = NUMBER.matcher(order.rest());
    return found.find() && PhoneText.read(found.group()) instanceof PhoneText.Mobile mobile
        ? Optional.of(mobile.number())
        : Optional.empty();
  }

  private static String name(LeadsOrder order) {
    String rest = NUMBER.matcher(order.rest()).replaceFirst(" ");
    return rest.replaceAll("[\"“”'’,:;]", " ").strip().replaceAll("\\s+", " ");
  }

  void invite(Draft draft, Lead lead, LeadsOrder order) {
    Cell cell = draft.cell();
    Map<String, String> values = new LinkedHashMap<>();
    String name = name(order);
    values.put("group", lead.groupNames());
    values.put("contact", cell.whatsappNumber());
    Optional<String> number = number(order);
    Roll.Invitable standing = draft.dossier().answers().roll().invitee();
    if (number.isEmpty() || standing == null || cell.ownNumber(number.get())) {
      tell(draft, lead, "invite-unclear", values);
      return;
    }
    Wording.put(values, "name", name.length() > LONGEST_NAME ? "" : name);
    switch (standing) {
      case VOLUNTEER -> tell(draft, lead, "invite-volunteer", values);
      case DECLINED -> tell(draft, lead, "invite-declined", values);
      case INVITED -> tell(draft, lead, "invite-again", values);
      case MAY_BE_ASKED -> {
        String group = lead.groups().size() == 1 ? lead.groups().getFirst().id() : null;
        draft.change(
            "invited/" + number.get(),
            new Change.Invited(
                Address.whatsapp(number.get()), Invitation.by(group, values.get("name"))));
        draft.fact(new Fact.VolunteerInvited(lead.groups().getFirst().id()));
        tell(draft, lead, "invited", values);
      }
    }
  }

  private void tell(Draft draft, Lead lead, String id, Map<String, String> values) {
    Wording theirs = wording.to(draft, lead.person().id());
    draft.tell(lead.person().id(), theirs.say("members." + id, values), HOLD);
  }
}
