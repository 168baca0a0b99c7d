package org.doorstep.help;

/** A standing arrangement within a cell; derived from the request that it began with. */
public record ArrangementId(String value) {

  public ArrangementId {
    if (!value.matches("s[A-Za-z0-9]{6,24}"))
      throw new IllegalArgumentException("not an arrangement's id");
  }

  public static ArrangementId beganWith(RequestId first) {
    return new ArrangementId("s" + first.value().substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
