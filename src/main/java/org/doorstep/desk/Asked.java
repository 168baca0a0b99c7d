package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Repeat;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.talk.Known;
import org.doorstep.talk.SlotValue;
import org.jspecify.annotations.Nullable;

/** What a form says, read from its slots. */
final class Asked {

  /** As the form calls them. */
  private static final List<String> PEOPLE = List.of("one", "two", "three", "four", "five", "six");

  private Asked() {}

  private static @Nullable SlotValue value(Map<String, Known> slots, String name) {
    Known known = slots.get(name);
    return known == null ? null : known.value();
  }

  static @Nullable String text(Map<String, Known> slots, String name) {
    return value(slots, name) instanceof SlotValue.Words words ? words.text() : null;
  }

  static @Nullable Place place(Map<String, Known> slots) {
    return value(slots, "area") instanceof SlotValue.At at ? at.place() : null;
  }

  static List<Need> needs(Map<String, Known> slots) {
    return value(slots, "need") instanceof SlotValue.Picked picked && !picked.keys().isEmpty()
        ? picked.keys().stream().map(Need::new).toList()
        : List.of(Need.OTHER);
  }

  /** How many people it takes; one, unless they said so. */
  static int people(Map<String, Known> slots) {
    return value(slots, "people") instanceof SlotValue.Picked picked && !picked.keys().isEmpty()
        ? PEOPLE.indexOf(picked.keys().getFirst()) + 1
        : 1;
  }

  static When when(Map<String, Known> slots) {
    return value(slots, "when") instanceof SlotValue.Time time ? time.when() : When.whenever();
  }

  static String forWhom(Map<String, Known> slots) {
    return switch (value(slots, "for")) {
      case SlotValue.Words words -> words.text();
      case SlotValue.Picked picked when !picked.keys().isEmpty() -> picked.keys().getFirst();
      case null -> "self";
      case SlotValue other -> "self";
    };
  }

  static Set<Flag> flags(Map<String, Known> slots) {
    return value(slots, "risk") instanceof SlotValue.Raised raised ? raised.flags() : Set.of();
  }

  /** To be held against what they have open. */
  static Optional<Repeat> repeat(PersonId resident, Map<String, Known> slots) {
    return Optional.ofNullable(place(slots))
        .map(place -> new Repeat(resident, needs(slots), place, when(slots)));
  }
}
