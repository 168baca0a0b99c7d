package org.doorstep.whatsapp;

import java.net.URI;
import java.time.Duration;

/**
 * Where Twilio is, and where we are for Twilio.
 *
 * @param publicUrl the https address that Twilio calls
 * @param api {@code https://api.twilio.com}
 * @param content {@code https://content.twilio.com}
 * @param connect how long a connection may take
 * @param answer how long an answer may take
 */
public record TwilioEndpoints(
    URI publicUrl, URI api, URI content, Duration connect, Duration answer) {

  public static final URI API = URI.create("https://api.twilio.com");
  public static final URI CONTENT = URI.create("https://content.twilio.com");

  /** With Twilio's own addresses and times that have proved themselves. */
  public static TwilioEndpoints of(URI publicUrl) {
    return of(publicUrl, API, CONTENT);
  }

  public static TwilioEndpoints of(URI publicUrl, URI api, URI content) {
    return new TwilioEndpoints(
        publicUrl, api, content, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }
}
