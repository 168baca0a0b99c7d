package org.doorstep.desk;

/**
 * The provider's own id of what happened, or an alarm's. One id has one effect.
 *
 * @param value {@code twilio/SM…}, {@code slack/Ev…}, {@code alarm/…}
 */
public record InboundId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
