package org.doorstep.slack;

/**
 * What Slack knows the app by when somebody installs it.
 *
 * @param clientId public
 * @param clientSecret not
 */
public record SlackApp(String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "SlackApp[redacted]";
  }
}
