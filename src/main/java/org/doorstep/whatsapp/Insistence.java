package org.doorstep.whatsapp;

import com.twilio.exception.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks Twilio again after longer and longer pauses, where that can help. What may have been done
 * although no answer came is looked for first, so that nothing is done twice.
 */
final class Insistence {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final Consumer<Duration> pause;

  Insistence(Consumer<Duration> pause) {
    this.pause = pause;
  }

  /** For what may be asked as often as one likes. */
  <T> T on(Supplier<T> question) {
    return on(question, Optional::empty);
  }

  /**
   * @param done what came of it, if it turns out to have been done
   */
  <T> T on(Supplier<T> order, Supplier<Optional<T>> done) {
    for (Duration each : PAUSES) {
      try {
        return order.get();
      } catch (RuntimeException e) {
        if (!worthIt(e)) throw e;
        pause.accept(each);
        if (!tooFast(e)) {
          Optional<T> already = on(done);
          if (already.isPresent()) return already.get();
        }
      }
    }
    return order.get();
  }

  private static boolean worthIt(RuntimeException e) {
    return switch (e) {
      case ApiException fault -> tooFast(e) || TwilioFaults.status(fault) >= 500;
      case TwilioHttp.Unreached u -> true;
      case TwilioHttp.Unanswered u -> true;
      default -> false;
    };
  }

  private static boolean tooFast(RuntimeException e) {
    return e instanceof ApiException fault && TwilioFaults.status(fault) == 429;
  }
}
