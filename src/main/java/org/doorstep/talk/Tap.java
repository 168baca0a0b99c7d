package org.doorstep.talk;

import java.util.Optional;

/**
 * What a button carries: the question it belongs to, and its answer.
 *
 * @param flow the flow, {@code request-help}
 * @param version of that flow's content
 * @param state the state that asked, or {@code ask.need} for a slot
 * @param choice the key of the answer
 * @param about what it is about: a request's or a case's id with its round ({@code rAb12cd.1}), or
 *     the nonce of the question in a form
 */
public record Tap(String flow, int version, String state, String choice, String about) {

  private static final String SEPARATOR = "~";

  /** At most 200 characters, so that it fits a Twilio button's id and a Slack button's value. */
  public String encoded() {
    return String.join(SEPARATOR, flow, Integer.toString(version), state, choice, about);
  }

  /** Empty for anything that is not one of ours. */
  public static Optional<Tap> decode(String encoded) {
    String[] parts = encoded.split(SEPARATOR, -1);
    if (parts.length != 5 || encoded.length() > 200 || !parts[1].matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    return Optional.of(new Tap(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], parts[4]));
  }
}
