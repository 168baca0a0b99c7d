package org.doorstep.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.doorstep.desk.Absence;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Delivery.Refused;
import org.doorstep.pipeline.Delivery.TryLater;
import org.doorstep.pipeline.Delivery.Uncertain;
import org.jspecify.annotations.Nullable;

/** What Slack's errors mean for a message. */
final class SlackFaults {

  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Set<String> LATER =
      Set.of(
          "ratelimited",
          "rate_limited",
          "service_unavailable",
          "team_added_to_org",
          "request_timeout");

  /** Slack says of these that some of it may have been done. */
  private static final Set<String> MAYBE = Set.of("internal_error", "fatal_error");

  /** The token counts no more, or whoever it stands for is gone. */
  private static final Set<String> SHUT_OUT =
      Set.of(
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_authed",
          "team_access_not_granted");

  private SlackFaults() {}

  static boolean shutOut(String error) {
    return SHUT_OUT.contains(error);
  }

  static @Nullable Absence noChannel(String error) {
    return switch (error) {
      case "is_archived" -> Absence.ARCHIVED;
      case "not_in_channel" -> Absence.NOT_INVITED;
      case "channel_not_found" -> Absence.NO_CHANNEL;
      default -> null;
    };
  }

  /** What an answer that is not ok stands for. */
  static Delivery of(SlackApiTextResponse answer) {
    String error = answer.getError() == null ? "unknown_error" : answer.getError();
    if (LATER.contains(error)) return new TryLater(A_WHILE, error);
    return MAYBE.contains(error) ? new Uncertain(error) : new Refused(error);
  }

  static Delivery of(Exception fault) {
    return switch (fault) {
      case SlackApiException refused -> of(refused);
      case SlackAccess.Unreached u -> new TryLater(Duration.ofSeconds(5), "unreached");
      case IOException e -> new Uncertain("no-answer");
      default -> new Uncertain(fault.getClass().getSimpleName());
    };
  }

  private static Delivery of(SlackApiException refused) {
    int status = refused.getResponse().code();
    if (status == 429) {
      return new TryLater(retryAfter(refused.getResponse().header("Retry-After")), "ratelimited");
    }
    return status >= 500 ? new Uncertain("http-" + status) : new Refused("http-" + status);
  }

  private static Duration retryAfter(@Nullable String seconds) {
    return seconds != null && seconds.matches("\\d{1,5}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)))
        : A_WHILE;
  }
}
