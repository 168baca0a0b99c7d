package org.doorstep.cell;

/**
 * A response cell, the unit of tenancy. It is the hash tag of every key of the cell.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record CellId(String value) {

  public CellId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a cell's id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
