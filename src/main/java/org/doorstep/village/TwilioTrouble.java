package org.doorstep.village;

import java.time.Duration;
import java.util.function.Supplier;
import org.doorstep.village.Injections.Injection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How a disturbed Twilio answers. */
final class TwilioTrouble {

  /** Longer than any client waits. */
  private static final Duration HANGING = Duration.ofMinutes(2);

  private TwilioTrouble() {}

  /**
   * @param work what would have been done, undisturbed
   */
  static Mono<ServerResponse> of(Injection injection, Supplier<Mono<ServerResponse>> work) {
    int code = injection.code();
    return switch (injection.kind()) {
      case FAIL_NEXT ->
          code == 0 || code / 100 == 205
              ? TwilioApi.error(500, code == 0 ? 20500 : code, "Internal Server Error")
              : TwilioApi.error(400, code, "Simulated error " + code);
      case RATE_LIMIT ->
          ServerResponse.status(429)
              .header(HttpHeaders.RETRY_AFTER, "1")
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue(TwilioJson.error(429, 20429, "Too Many Requests").toString());
      case HANG_NEXT -> hang();
      case ACCEPT_THEN_HANG -> work.get().then(hang());
      case UNDELIVERABLE -> work.get();
    };
  }

  private static Mono<ServerResponse> hang() {
    return Mono.delay(HANGING).then(TwilioApi.error(503, 20503, "Service unavailable"));
  }
}
