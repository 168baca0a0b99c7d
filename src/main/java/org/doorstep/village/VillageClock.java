package org.doorstep.village;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The village's time: some other source's, moved forward by hand and never back. */
public final class VillageClock implements InstantSource {

  private final InstantSource source;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  private final @Nullable Path file;

  private VillageClock(InstantSource source, @Nullable Path file) {
    this.source = source;
    this.file = file;
  }

  public static VillageClock real() {
    return new VillageClock(Clock.systemUTC(), null);
  }

  /**
   * Real time that stays ahead after a restart: what the store holds must not lie in the future.
   */
  public static VillageClock keptIn(Path file) {
    VillageClock clock = new VillageClock(Clock.systemUTC(), file);
    try {
      if (Files.exists(file)) clock.forward(Duration.parse(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return clock;
  }

  /** Stands still unless it is moved. */
  public static VillageClock stoppedAt(Instant instant) {
    return new VillageClock(InstantSource.fixed(instant), null);
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
    Duration now = offset.accumulateAndGet(by, Duration::plus);
    if (file == null) return;
    try {
      Files.writeString(file, now.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
