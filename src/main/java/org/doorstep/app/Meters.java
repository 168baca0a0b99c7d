package org.doorstep.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Watch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Every metric of the work; the doors count who knocks by themselves ({@code doorstep.webhook}).
 * Tags take only values that are listed in the code, or cells' ids from the operator's own files:
 * nothing that anybody sends can make a new one.
 */
@Component
final class Meters implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

  private final MeterRegistry registry;
  private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handled(CellId cell, Inbound inbound, Handling result, Duration since) {
    count(
        "doorstep.inbound.handled",
        "Inbounds done with",
        "kind",
        kind(inbound),
        "result",
        tag(result));
    Timer.builder("doorstep.inbound")
        .description("From accept to commit")
        .publishPercentileHistogram()
        .maximumExpectedValue(Duration.ofMinutes(10))
        .register(registry)
        .record(since);
  }

  @Override
  public void claimed(ClaimOutcome outcome) {
    String result =
        switch (outcome) {
          case ClaimOutcome.Won _ -> "won";
          case ClaimOutcome.TakenBy _ -> "taken";
          case ClaimOutcome.NotOpen _ -> "not-open";
          case ClaimOutcome.AtCapacity _ -> "at-capacity";
        };
    count("doorstep.claims", "Attempts to take a job", "outcome", result);
  }

  @Override
  public void settled(Outgoing outgoing, Delivery delivery) {
    String result =
        switch (delivery) {
          case Delivery.Sent _ -> "sent";
          case Delivery.TryLater _ -> "try-later";
          case Delivery.Refused _ -> "refused";
          case Delivery.OptedOut _ -> "opted-out";
          case Delivery.Uncertain _ -> "uncertain";
          case Delivery.Dropped _ -> "dropped";
          case Delivery.Held _ -> "held";
          case Delivery.SetAside _ -> "set-aside";
        };
    count(
        "doorstep.outbound.settled",
        "Attempts to send",
        "channel",
        channel(outgoing),
        "result",
        result);
  }

  @Override
  public void failed(CellId cell, Inbound inbound, Throwable error, boolean parked) {
    count(
        "doorstep.inbound.failed",
        "Attempts to handle that failed",
        "kind",
        kind(inbound),
        "parked",
        String.valueOf(parked));
    try (var _ = MDC.putCloseable("cell", cell.value());
        var _ = MDC.putCloseable("inbound", inbound.id().value())) {
      if (parked) LOG.error("Put aside after too many failures", Unspoken.of(error));
      else LOG.warn("Could not be handled this time", Unspoken.of(error));
    }
  }

  @Override
  public void disturbed(CellId cell, Throwable error) {
    count(
        "doorstep.cell.disturbed",
        "Times that work on a cell was broken off",
        "cell",
        cell.value());
    try (var _ = MDC.putCloseable("cell", cell.value())) {
      LOG.warn("Work on the cell was broken off; it is taken up again", Unspoken.of(error));
    }
  }

  @Override
  public void waiting(CellId cell, long inbox, long outbox, long parked) {
    gauge("doorstep.inbox.waiting", "Inbounds not done yet", null, cell).set(inbox);
    gauge("doorstep.outbox.waiting", "Outgoing messages not settled yet", null, cell).set(outbox);
    gauge("doorstep.parked", "Inbounds put aside", null, cell).set(parked);
  }

  @Override
  public void late(CellId cell, Duration behind) {
    gauge("doorstep.alarms.late", "How late the most overdue alarm is", "seconds", cell)
        .set(behind.toSeconds());
  }

  @Override
  public void holds(CellId cell, boolean held) {
    gauge("doorstep.cell.held", "1 while this instance works the cell", null, cell)
        .set(held ? 1 : 0);
    try (var _ = MDC.putCloseable("cell", cell.value())) {
      LOG.info(held ? "Works the cell from now on" : "No longer works the cell");
    }
  }

  private void count(String name, String meaning, String... tags) {
    Counter.builder(name).description(meaning).tags(tags).register(registry).increment();
  }

  private AtomicLong gauge(String name, String meaning, @Nullable String unit, CellId cell) {
    return gauges.computeIfAbsent(
        name + "/" + cell,
        _ -> {
          var value = new AtomicLong();
          Gauge.builder(name, value, AtomicLong::doubleValue)
              .description(meaning)
              .baseUnit(unit)
              .tags(Tags.of("cell", cell.value()))
              .register(registry);
          return value;
        });
  }

  private static String kind(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Said _ -> "said";
      case Inbound.Pressed _ -> "pressed";
      case Inbound.HomeOpened _ -> "home-opened";
      case Inbound.HandedIn _ -> "handed-in";
      case Inbound.InThread _ -> "in-thread";
      case Inbound.Reworded _ -> "reworded";
      case Inbound.Amended _ -> "amended";
      case Inbound.Reported _ -> "reported";
      case Inbound.Unposted _ -> "unposted";
      case Inbound.Rang _ -> "rang";
      case Inbound.Left _ -> "left";
      case Inbound.CellEdited _ -> "cell-edited";
      case Inbound.SlackTold _ -> "slack-told";
    };
  }

  private static String channel(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.ToPerson _ -> "person";
      case Outgoing.Post _ -> "slack-post";
      case Outgoing.Repost _ -> "slack-repost";
      case Outgoing.InThread _ -> "slack-thread";
      case Outgoing.Attachment _ -> "slack-file";
      case Outgoing.Mark _ -> "slack-mark";
      case Outgoing.Whisper _ -> "slack-whisper";
      case Outgoing.Picture _ -> "slack-picture";
      case Outgoing.Home _ -> "slack-home";
      case Outgoing.Modal _ -> "slack-modal";
      case Outgoing.TextMessage _ -> "text-message";
    };
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
