package org.doorstep.whatsapp;

import org.doorstep.cell.Cell;
import org.doorstep.desk.Outgoing;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;

/**
 * An outgoing message with its addresses as Twilio writes them.
 *
 * @param from empty where the cell has no sender for the channel
 */
record Letter(Person recipient, Outgoing.ToPerson outgoing, String to, String from, boolean sms) {

  static Letter of(Cell cell, Person recipient, Outgoing.ToPerson outgoing) {
    String address = recipient.address().value();
    if (recipient.address().channel() == Channel.SMS) {
      String sender = cell.smsNumber();
      return new Letter(recipient, outgoing, address, sender == null ? "" : sender, true);
    }
    return new Letter(
        recipient, outgoing, "whatsapp:" + address, "whatsapp:" + cell.whatsappNumber(), false);
  }

  @Override
  public String toString() {
    return "Letter[" + outgoing.id() + "]";
  }
}
