package org.doorstep.help;

/** A thing on offer, within a cell. */
public record ThingId(String value) {

  public ThingId {
    if (!value.matches("t[A-Za-z0-9]{6,24}"))
      throw new IllegalArgumentException("not a thing's id");
  }

  @Override
  public String toString() {
    return value;
  }
}
