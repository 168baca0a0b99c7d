package org.doorstep.village;

import java.time.Duration;
import java.util.List;

/**
 * How long things take that are not under anybody's control, in real time.
 *
 * @param status between two delivery reports of one message
 * @param reading between two steps of the story
 * @param twilioRetry before a webhook that was not answered with 2xx is sent again
 * @param slackRetries before each further try of an event
 * @param patience how long the story waits for what should happen next
 */
public record Pace(
    Duration status,
    Duration reading,
    Duration twilioRetry,
    List<Duration> slackRetries,
    Duration patience) {

  public static final Pace LIFELIKE =
      new Pace(
          Duration.ofMillis(200),
          Duration.ofMillis(1800),
          Duration.ofSeconds(1),
          List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)),
          Duration.ofSeconds(20));

  public static final Pace AT_ONCE =
      new Pace(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(20),
          List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO),
          Duration.ofSeconds(20));

  public Pace {
    slackRetries = List.copyOf(slackRetries);
  }
}
