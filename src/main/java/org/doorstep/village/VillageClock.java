package org.doorstep.village;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The village's time: some other source's, moved forward by hand and never back. */
public final class VillageClock implements InstantSource {

  private final InstantSource source;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  private VillageClock(InstantSource source) {
    this.source = source;
  }

  public static VillageClock real() {
    return new VillageClock(Clock.systemUTC());
  }

  /** Stands still unless it is moved. */
  public static VillageClock stoppedAt(Instant instant) {
    return new VillageClock(InstantSource.fixed(instant));
  }

  @Override
  public Instant instant() {
    return source.instant().plus(offset());
  }

  public Duration offset() {
    return offset.get();
  }

  /** Refuses to go back: alarms that rang cannot be unrung. */
  public void forward(Duration by) {
    if (by.isNegative()) throw new IllegalArgumentException("the clock only goes forward");
    offset.accumulateAndGet(by, Duration::plus);
  }
}
