package org.doorstep.place;

import java.util.Optional;

/**
 * A place that was found on the map.
 *
 * @param written how a person would write it: a postcode, an outcode, or a name
 * @param rough what anyone may be told: the outcode or the district's name
 * @param point its middle
 * @param exact whether {@code written} leads to a door (a full postcode, a pin) or only to a part
 *     of town
 */
public record Place(String written, String rough, Point point, boolean exact) {

  /**
   * As it may be read out to whoever has the phone: a postcode or a part of town, never a house.
   */
  public String withoutHouse() {
    String[] words = written.split("[\\s,;]+");
    for (int i = 0; i < words.length; i++) {
      Optional<Postcode> alone = Postcode.parse(words[i]).filter(Postcode::full);
      if (alone.isPresent()) return alone.get().toString();
      if (i + 1 == words.length) break;
      Optional<Postcode> both =
          Postcode.parse(words[i] + " " + words[i + 1]).filter(Postcode::full);
      if (both.isPresent()) return both.get().toString();
    }
    return rough;
  }

  /**
   * By which it is counted: a postcode's sector such as {@code LS6 3}, some thousand households, or
   * where the postcode is not known what anyone may be told.
   */
  public String smallArea() {
    String[] words = written.split("[\\s,;]+");
    for (int i = 0; i < words.length; i++) {
      Optional<Postcode> found = Postcode.parse(words[i]).filter(Postcode::full);
      if (found.isEmpty() && i + 1 < words.length) {
        found = Postcode.parse(words[i] + " " + words[i + 1]).filter(Postcode::full);
      }
      if (found.isPresent()) return found.get().sector();
    }
    return rough;
  }

  @Override
  public String toString() {
    return "Place[redacted]";
  }
}
