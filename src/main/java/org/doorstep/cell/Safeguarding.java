package org.doorstep.cell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at what is not for everybody's eyes, and who is called when nobody looks.
 *
 * @param people the safeguarding people, in the order in which they are told; without any, the link
 *     officers are
 * @param channel the private channel of theirs; null where the link officers are they
 * @param outside who gets a text message when nobody in Slack looks; null for nobody
 * @param contacts the named contacts of the parts of the area
 */
public record Safeguarding(
    List<Officer> people,
    @Nullable String channel,
    @Nullable Contact outside,
    List<AreaContacts> contacts) {

  public static final Safeguarding NONE = new Safeguarding(List.of(), null, null, List.of());

  public Safeguarding {
    people = List.copyOf(people);
    contacts = List.copyOf(contacts);
    if (people.isEmpty() != (channel == null)) {
      throw new IllegalArgumentException("safeguarding people have a channel of their own");
    }
  }

  /** Whether there are people for it besides the link officers. */
  public boolean seals() {
    return channel != null;
  }

  /** Those who are called for a place; where it is not known, all that there are. */
  public List<Contact> near(@Nullable Place place) {
    List<Contact> there =
        contacts.stream()
            .filter(c -> c.area() == null || (place != null && c.area().covers(place)))
            .flatMap(c -> c.people().stream())
            .distinct()
            .toList();
    return there.isEmpty() ? everybody() : there;
  }

  /** All named contacts of the cell. */
  public List<Contact> everybody() {
    return contacts.stream().flatMap(c -> c.people().stream()).distinct().toList();
  }

  /** Whoever has this number. */
  public Optional<Contact> at(String number) {
    return called().filter(c -> number.equals(c.number())).findFirst();
  }

  /** All who may be called besides those who are told in Slack. */
  public Stream<Contact> called() {
    return Stream.concat(Stream.ofNullable(outside), everybody().stream());
  }
}
