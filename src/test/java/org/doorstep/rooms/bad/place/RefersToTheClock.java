package org.doorstep.rooms.bad.place;

import java.time.Instant;
import java.util.function.Supplier;

/** Hides the clock in a reference. */
record RefersToTheClock(Supplier<Instant> at) {
  static RefersToTheClock make() {
    return new RefersToTheClock(Instant::now);
  }
}
