package org.doorstep.place;

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

  @Override
  public String toString() {
    return "Place[redacted]";
  }
}
