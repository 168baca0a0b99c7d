package org.doorstep.app;

import java.util.Locale;

/** The names under which an operator sets things. Spring's own settings are not among them. */
public enum SettingName {
  PUBLIC_URL,
  TWILIO_ACCOUNT_SID,
  TWILIO_AUTH_TOKEN,
  /** The token before the current one, still accepted on webhooks while tokens are rotated. */
  TWILIO_AUTH_TOKEN_OLD,
  TWILIO_API_URL,
  TWILIO_CONTENT_URL,
  TWILIO_MESSAGING_URL,
  SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET,
  /** For installing the app in several workspaces by its own page. */
  SLACK_CLIENT_ID,
  SLACK_CLIENT_SECRET,
  /** For socket mode. */
  SLACK_APP_TOKEN,
  SLACK_API_URL,
  /** A file with the encryption keys, or the keys themselves. */
  KEYSET,
  CELLS,
  FLOWS,
  DATA,
  GEOCODER_URL,
  REDIS_REPLICAS,
  ALLOW_VOLATILE_REDIS;

  public String environmentName() {
    return "DOORSTEP_" + name();
  }

  /** The same as a Spring property: {@code doorstep.public-url}. */
  public String property() {
    return "doorstep." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
