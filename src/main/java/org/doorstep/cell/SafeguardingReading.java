package org.doorstep.cell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.place.Area;
import org.jspecify.annotations.Nullable;

/** The {@code safeguarding} and the {@code contacts} of a cell's file. */
final class SafeguardingReading {

  static final List<String> KEYS = List.of("safeguarding", "contacts");

  private static final List<String> PERSON = List.of("name", "slack", "by-sms");

  private final Faults faults;
  private final @Nullable String sender;

  /**
   * @param sender the cell's number for text messages
   */
  SafeguardingReading(Faults faults, @Nullable String sender) {
    this.faults = faults;
    this.sender = sender;
  }

  /**
   * @param officersChannel which cannot be the safeguarding people's as well
   */
  Safeguarding read(Entries file, String officersChannel) {
    List<AreaContacts> contacts =
        file.parts("contacts", "the contacts of an area", List.of("area", "people"), this::area);
    return file.part("safeguarding", "`safeguarding`", "people", "slack-channel", "outside")
        .map(part -> sealing(part, officersChannel, contacts))
        .orElse(new Safeguarding(List.of(), null, null, contacts));
  }

  private Safeguarding sealing(Entries part, String officersChannel, List<AreaContacts> contacts) {
    List<Officer> people =
        part.parts("people", "a safeguarding person", List.of("slack", "name"), this::person);
    String channel = part.required("slack-channel", Form.CHANNEL);
    if (!channel.isEmpty() && channel.equals(officersChannel)) {
      faults.add(
          part.at("slack-channel"),
          "the safeguarding people share the officers' channel: give them a private one of their own");
    }
    Set<String> seen = new HashSet<>();
    if (people.isEmpty() || !people.stream().map(Officer::slackUser).allMatch(seen::add)) {
      faults.add(
          part.at("people"),
          "`people` of `safeguarding` should be each once, as `- {slack: U0123ABCD, name: Their"
              + " Name}`, and at least one");
    }
    Contact outside =
        part.part("outside", "`outside`", "name", "by-sms").flatMap(this::contact).orElse(null);
    return people.isEmpty()
        ? new Safeguarding(List.of(), null, outside, contacts)
        : new Safeguarding(people, channel, outside, contacts);
  }

  private Optional<Officer> person(Entries entries) {
    return Optional.of(
        new Officer(entries.required("slack", Form.USER), entries.required("name", Form.NAME)));
  }

  private Optional<AreaContacts> area(Entries entries) {
    Area area = new GroupReading(faults).area(entries, "the contacts").orElse(null);
    List<Contact> people = entries.parts("people", "a contact", PERSON, this::contact);
    if (people.isEmpty()) {
      faults.add(
          entries.at("people"),
          "nobody would be called: add `people`, each as `- {name: Their Name, slack: U0123ABCD}` or"
              + " `- {name: Their Name, by-sms: \"+447700900123\"}`");
    }
    return Optional.of(new AreaContacts(area, people));
  }

  private Optional<Contact> contact(Entries entries) {
    String name = entries.required("name", Form.NAME);
    String user = entries.optional("slack", Form.USER).orElse(null);
    String number = entries.optional("by-sms", Form.NUMBER).orElse(null);
    if (number != null && sender == null) {
      faults.add(
          entries.at("by-sms"),
          "nobody can be texted: the cell has no `sms` number to send from; add one, or name a Slack"
              + " member");
    }
    if (entries.has("slack") == entries.has("by-sms")) {
      faults.add(entries.at("name"), "a contact has either `slack` or `by-sms`: write one of both");
    }
    return (user == null) == (number == null)
        ? Optional.empty()
        : Optional.of(new Contact(name, user, number));
  }
}
