package org.doorstep.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.doorstep.slack.SlackApp;

/** As what this installation runs; decided by which credentials are set. */
public sealed interface Mode {

  /** No credentials: the same production code, with the simulator on the other side. */
  record Village() implements Mode {}

  /** Real people. The simulator does not exist. */
  record Live(URI publicUrl, Twilio twilio, Slack slack, Secret keyset) implements Mode {}

  /** It must not start. All that is wrong, in words for the operator. */
  record Refused(List<String> problems) implements Mode {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The Twilio account.
   *
   * @param oldAuthToken also accepted on webhooks, while tokens are rotated
   */
  record Twilio(String accountSid, Secret authToken, Optional<Secret> oldAuthToken) {}

  /**
   * The Slack app.
   *
   * @param botToken of the one workspace; without it each has given us one of its own
   * @param appToken for socket mode
   * @param app for installing it in several workspaces
   */
  record Slack(
      Optional<Secret> botToken,
      Secret signingSecret,
      Optional<Secret> appToken,
      Optional<SlackApp> app) {

    /** In one workspace. */
    public Slack(Secret botToken, Secret signingSecret, Optional<Secret> appToken) {
      this(Optional.of(botToken), signingSecret, appToken, Optional.empty());
    }
  }
}
