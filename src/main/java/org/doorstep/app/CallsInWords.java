package org.doorstep.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.AreaContacts;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Safeguarding;

/** Who is told of a cell's cases when nobody takes them, and when, in sentences. */
final class CallsInWords {

  private final Cell cell;
  private final Safeguarding guarding;

  private CallsInWords(Cell cell) {
    this.cell = cell;
    this.guarding = cell.safeguarding();
  }

  static List<String> of(Cell cell) {
    return new CallsInWords(cell).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("  Who is told of a case, one after the other, until somebody takes it:");
    if (!guarding.seals()) {
      lines.add("    any case, and danger as well: " + turns(cell.officers()) + again());
    } else {
      lines.add("    a sealed case (danger, worries, allegations, money, under-18s):");
      lines.add("      " + turns(guarding.people()) + sealedEnd());
      lines.add("    any other case: " + turns(cell.officers()) + again());
    }
    for (AreaContacts part : guarding.contacts()) {
      lines.add("    contacts" + where(part) + ": " + names(part.people()));
    }
    return lines;
  }

  /** Each with the time after which they are told, if nobody before them took it. */
  private String turns(List<Officer> people) {
    Duration step = cell.rules().acknowledgeWithin();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      String when = i == 0 ? "at once" : "after " + time(step.multipliedBy(i));
      told.add(people.get(i).name() + " " + when);
    }
    return String.join(", ", told) + (guarding.contacts().isEmpty() ? "" : ", then the contacts");
  }

  private String again() {
    return ", and round again.";
  }

  private String sealedEnd() {
    Contact outside = guarding.outside();
    return outside == null
        ? again()
        : ", then " + called(outside) + ", again and again; at once where Slack fails.";
  }

  private static String where(AreaContacts part) {
    if (part.area() == null) return "";
    return " in "
        + Stream.concat(
                part.area().outcodes().stream(),
                part.area().circles().stream().map(c -> "a circle of " + c.metres() + " m"))
            .collect(Collectors.joining(", "));
  }

  private static String names(List<Contact> contacts) {
    return contacts.stream().map(CallsInWords::called).collect(Collectors.joining(", then "));
  }

  private static String called(Contact contact) {
    return contact.name() + (contact.number() == null ? " in Slack" : " by text message");
  }

  private static String time(Duration time) {
    return time.toMinutes() + " min";
  }
}
