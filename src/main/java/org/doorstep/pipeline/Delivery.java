package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.desk.Absence;
import org.doorstep.desk.SlackRef;
import org.jspecify.annotations.Nullable;

/** How one attempt to send ended. */
public sealed interface Delivery {

  /**
   * The provider has it.
   *
   * @param providerId Twilio's SID; null for Slack
   * @param post where it stands in Slack
   */
  record Sent(@Nullable String providerId, @Nullable SlackRef post) implements Delivery {}

  /** Not now. */
  record TryLater(Duration after, String reason) implements Delivery {}

  /** Never. */
  record Refused(String code) implements Delivery {}

  /** The person does not want messages any more. */
  record OptedOut() implements Delivery {}

  /** It may have gone out: the provider was asked and did not answer in time. */
  record Uncertain(String reason) implements Delivery {}

  /** It was not sent on purpose: not worth a template, or there is nobody to send it to. */
  record Dropped(String reason) implements Delivery {}

  /**
   * Its place in Slack is away, a workspace or a channel: it is kept until that is there again.
   *
   * @param since when that was noticed first; null where this is the first
   */
  record SetAside(String place, Absence why, @Nullable Instant since) implements Delivery {}

  /** Kept until the person writes; a template told them that there is a message. */
  record Held(@Nullable String providerId) implements Delivery {}
}
