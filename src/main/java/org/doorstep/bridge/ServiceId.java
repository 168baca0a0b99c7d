package org.doorstep.bridge;

/** An entry of a directory within a cell: derived from where it comes from and its id there. */
public record ServiceId(String value) {

  public ServiceId {
    if (!value.matches("d[0-9a-f]{16}")) throw new IllegalArgumentException("not a service's id");
  }

  @Override
  public String toString() {
    return value;
  }
}
