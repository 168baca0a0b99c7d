package org.doorstep.help;

/** A request within a cell; derived from what caused it, so that a cause yields one request. */
public record RequestId(String value) {

  public RequestId {
    if (!value.matches("r[A-Za-z0-9]{6,24}"))
      throw new IllegalArgumentException("not a request's id");
  }

  @Override
  public String toString() {
    return value;
  }
}
