package org.doorstep.cell;

import org.jspecify.annotations.Nullable;

/**
 * Somebody by name who is called when nobody else answers.
 *
 * @param slackUser where they are asked in Slack; null for whoever has a number
 * @param number where they get a text message, in E.164; null for whoever is in Slack
 */
public record Contact(String name, @Nullable String slackUser, @Nullable String number) {

  public Contact {
    if ((slackUser == null) == (number == null)) {
      throw new IllegalArgumentException("a contact is in Slack, or has a number");
    }
  }

  public static Contact inSlack(String name, String user) {
    return new Contact(name, user, null);
  }

  public static Contact bySms(String name, String number) {
    return new Contact(name, null, number);
  }

  /** By whichever of both they are called. */
  public String address() {
    return slackUser == null ? String.valueOf(number) : slackUser;
  }

  @Override
  public String toString() {
    return "Contact[redacted]";
  }
}
