package org.doorstep.whatsapp;

import com.twilio.exception.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.doorstep.pipeline.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Twilio's errors mean for a message. Codes: twilio.com/docs/api/errors. */
final class TwilioFaults {

  static final int WINDOW_CLOSED = 63016;

  private static final int OPTED_OUT = 21610;
  private static final int NOT_US = 20003;
  private static final Set<Integer> TOO_FAST = Set.of(20429, 63018, 14107, 30001);
  private static final Set<Integer> DAILY_LIMIT = Set.of(63017, 63038);

  /** Something about the content resource or its variables: the same may be said in plain text. */
  private static final Set<Integer> CONTENT =
      Set.of(
          63005, 63006, 63013, 63021, 63027, 63028, 63041, 21654, 21655, 21656, 21657, 21658, 21619,
          20404);

  private static final Logger log = LoggerFactory.getLogger(TwilioFaults.class);

  private TwilioFaults() {}

  static boolean windowClosed(ApiException fault) {
    return code(fault) == WINDOW_CLOSED;
  }

  static boolean content(ApiException fault) {
    return CONTENT.contains(code(fault));
  }

  /** What became of a message whose sending ended with that. */
  static Delivery delivery(RuntimeException fault, Instant now, ZoneId zone) {
    return switch (fault) {
      case ApiException refused -> refused(refused, now, zone);
      case TwilioHttp.Unreached u -> new Delivery.TryLater(Duration.ofSeconds(5), "unreached");
      case TwilioHttp.Unanswered u -> new Delivery.Uncertain("no-answer");
      default -> new Delivery.Uncertain(fault.getClass().getSimpleName());
    };
  }

  private static Delivery refused(ApiException fault, Instant now, ZoneId zone) {
    int code = code(fault);
    int status = status(fault);
    if (code == OPTED_OUT) return new Delivery.OptedOut();
    if (DAILY_LIMIT.contains(code)) {
      log.warn("Twilio's daily limit is reached ({}): nothing goes out before tomorrow", code);
      return new Delivery.TryLater(tomorrow(now, zone), Integer.toString(code));
    }
    if (TOO_FAST.contains(code) || status == 429) {
      return new Delivery.TryLater(
          Duration.ofSeconds(10), Integer.toString(code == 0 ? status : code));
    }
    if (notUs(fault)) {
      log.error("Twilio does not accept our account or token ({})", code);
      return new Delivery.TryLater(
          Duration.ofMinutes(5), Integer.toString(code == 0 ? status : code));
    }
    if (status >= 500 || status < 400) return new Delivery.Uncertain("http-" + status);
    return new Delivery.Refused(code == 0 ? "http-" + status : Integer.toString(code));
  }

  private static Duration tomorrow(Instant now, ZoneId zone) {
    ZonedDateTime midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
    return Duration.between(now, midnight.toInstant()).plusMinutes(1);
  }

  private static int code(ApiException fault) {
    return fault.getCode() == null ? 0 : fault.getCode();
  }

  /** It does not accept our account or token. */
  static boolean notUs(ApiException fault) {
    int status = status(fault);
    return code(fault) == NOT_US || status == 401 || status == 403;
  }

  static int status(ApiException fault) {
    Integer status = fault.getStatusCode();
    return status == null ? 0 : status;
  }
}
