package org.doorstep.desk;

/** Of an outgoing message; derived from its cause, so that doing a thing twice says it once. */
public record OutgoingId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
