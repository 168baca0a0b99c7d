package org.doorstep.bridge;

/** A case within a cell; derived from what caused it. */
public record CaseId(String value) {

  public CaseId {
    if (!value.matches("c[A-Za-z0-9]{6,24}")) throw new IllegalArgumentException("not a case's id");
  }

  @Override
  public String toString() {
    return value;
  }
}
