package org.doorstep.rooms.bad.place;

import java.time.Instant;

/** Takes the time from nowhere. */
record LooksAtTheClock(Instant at) {
  static LooksAtTheClock make() {
    return new LooksAtTheClock(Instant.now());
  }
}
