package org.doorstep.people;

/**
 * Where a person can be written to. The value is opaque: since 2026 a WhatsApp user may have a
 * business-scoped id ({@code GB.1A2B…}) instead of a number, so it is never parsed.
 *
 * @param value {@code +447700900123} or {@code GB.1A2B…} (WhatsApp, without the {@code whatsapp:}
 *     prefix), a number (SMS), or a Slack user id
 */
public record Address(Channel channel, String value) {

  public Address {
    if (value.isBlank()) throw new IllegalArgumentException("an address is not blank");
  }

  public static Address whatsapp(String value) {
    return new Address(Channel.WHATSAPP, value);
  }

  public static Address sms(String value) {
    return new Address(Channel.SMS, value);
  }

  public static Address slack(String user) {
    return new Address(Channel.SLACK, user);
  }

  /** Somebody who is told by whoever rings them: a number, or anything that tells them apart. */
  public static Address rung(String value) {
    return new Address(Channel.PHONE, value);
  }

  /**
   * A WhatsApp number and the same SMS number are one person. Who is only rung is another: nothing
   * that they are rung about is said to a number, and the other way round.
   */
  public String identity() {
    return switch (channel) {
      case WHATSAPP, SMS -> "phone:" + value;
      case SLACK -> "slack:" + value;
      case PHONE -> "rung:" + value;
    };
  }

  @Override
  public String toString() {
    return channel + ":redacted";
  }
}
