package org.doorstep.village;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to go wrong next. Each goes wrong as often as it was told, then things work again. */
final class Injections {

  /** Ways in which Twilio fails. */
  enum Kind {
    /** The API refuses with the code; 500 for those of the 20500s. */
    FAIL_NEXT,
    /** The API does not take the message and never answers. */
    HANG_NEXT,
    /** The API takes the message and never answers. */
    ACCEPT_THEN_HANG,
    /** 429 with Retry-After. */
    RATE_LIMIT,
    /** Taken, and reported as not delivered. */
    UNDELIVERABLE
  }

  /** Stands for the Content API where a phone could stand. */
  static final String CONTENTS = "content-api";

  /**
   * @param phone empty for anybody's; or {@link #CONTENTS}
   */
  record Injection(Kind kind, String phone, int code, int times) {
    boolean strikes(String to) {
      return phone.isEmpty() || phone.equals(to);
    }
  }

  private final List<Injection> waiting = new ArrayList<>();

  synchronized void add(Injection injection) {
    waiting.add(injection);
  }

  synchronized Optional<Injection> next(String to) {
    return next(injection -> injection.strikes(to));
  }

  synchronized Optional<Injection> nextAtContents() {
    return next(injection -> injection.phone().equals(CONTENTS));
  }

  private Optional<Injection> next(Predicate<Injection> struck) {
    for (int i = 0; i < waiting.size(); i++) {
      Injection next = waiting.get(i);
      if (struck.test(next)) {
        if (next.times() > 1) {
          waiting.set(i, new Injection(next.kind(), next.phone(), next.code(), next.times() - 1));
        } else {
          waiting.remove(i);
        }
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
