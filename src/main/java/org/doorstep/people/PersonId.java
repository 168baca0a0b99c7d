package org.doorstep.people;

/** A person within a cell: a keyed hash of their address, which says nothing about it. */
public record PersonId(String value) {

  public PersonId {
    if (value.isBlank()) throw new IllegalArgumentException("an id is not blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
