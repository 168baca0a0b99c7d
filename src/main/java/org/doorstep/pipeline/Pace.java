package org.doorstep.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.doorstep.desk.Outgoing;
import org.doorstep.people.Channel;
import reactor.core.publisher.Mono;

/**
 * A pace per sender and per Slack channel. A cell has one owner, and a sender one cell, so the pace
 * is kept in memory. What is urgent goes ahead, and counts.
 */
public final class Pace implements Throttle {

  /** WhatsApp's common default: 80 messages a second and sender. */
  private static final Duration WHATSAPP = Duration.ofNanos(1_000_000_000 / 80);

  /** Slack: about 1 message a second and channel, with short bursts. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /** Slack: more than 100 pages a minute and workspace, which cells may share. */
  private static final Duration SLACK_HOMES = Duration.ofMillis(700);

  private static final int BURST = 5;

  private final LongSupplier nanos;
  private final Map<String, Long> free = new ConcurrentHashMap<>();

  /**
   * @param nanos a clock that only counts, like {@link System#nanoTime}
   */
  public Pace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Mono<Void> take(Parcel parcel) {
    return Mono.defer(
        () -> {
          long wait = reserve(parcel);
          return wait <= 0 || parcel.outgoing().urgent()
              ? Mono.empty()
              : Mono.delay(Duration.ofNanos(wait)).then();
        });
  }

  /** How long to wait for the place that is now taken, in nanoseconds. */
  private long reserve(Parcel parcel) {
    long interval = interval(parcel).toNanos();
    long now = nanos.getAsLong();
    if (free.size() > 10_000) free.values().removeIf(at -> at < now - interval * BURST);
    long mine =
        free.merge(
            lane(parcel),
            now - interval * (BURST - 1),
            (next, first) -> Math.max(next + interval, first));
    return mine - now;
  }

  private static String lane(Parcel parcel) {
    if (isHome(parcel)) return "homes/" + parcel.cell();
    return isWhatsApp(parcel) ? "sender/" + parcel.cell() : parcel.lane();
  }

  private static Duration interval(Parcel parcel) {
    if (isHome(parcel)) return SLACK_HOMES;
    return isWhatsApp(parcel) ? WHATSAPP : SLACK;
  }

  private static boolean isHome(Parcel parcel) {
    return parcel.outgoing() instanceof Outgoing.Home;
  }

  private static boolean isWhatsApp(Parcel parcel) {
    return parcel.outgoing() instanceof Outgoing.ToPerson
        && parcel.recipient() != null
        && parcel.recipient().address().channel() != Channel.SLACK;
  }
}
