package org.doorstep.whatsapp;

import java.util.List;

/**
 * Our account at Twilio.
 *
 * @param sid {@code AC} and 32 hexadecimal digits
 * @param tokens the auth token; during a rotation the primary one first, then the other. The first
 *     is used for sending, either is taken in signatures
 */
public record TwilioAccount(String sid, List<String> tokens) {

  public TwilioAccount {
    tokens = List.copyOf(tokens);
    if (!sid.matches("AC[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a Twilio account SID is AC and 32 hexadecimal digits");
    }
    if (tokens.isEmpty() || tokens.size() > 2) {
      throw new IllegalArgumentException("one Twilio auth token, or two during a rotation");
    }
    for (String token : tokens) {
      if (token.isBlank() || !token.equals(token.strip())) {
        throw new IllegalArgumentException("a Twilio auth token is blank or has space around it");
      }
    }
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + sid + ", redacted]";
  }
}
