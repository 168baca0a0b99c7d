package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.doorstep.cell.CellId;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Watch;
import org.junit.jupiter.api.Test;

class MetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters(registry);
  private final CellId cell = new CellId("hyde-park");
  private final Inbound inbound =
      new Inbound.Reported(
          new InboundId("twilio/canary"),
          Instant.EPOCH,
          new OutgoingId("canary"),
          DeliveryStatus.QUEUED,
          "canary");

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void handlingIsCountedAndTimed() {
    meters.handled(cell, inbound, Watch.Handling.DONE, Duration.ofMillis(120));

    assertThat(count("doorstep.inbound.handled", "kind", "reported", "result", "done")).isOne();
    assertThat(
            registry
                .get("doorstep.inbound")
                .timer()
                .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
        .isEqualTo(120);
  }

  @Test
  void whatWaitsIsShownAsItIsNow() {
    meters.waiting(cell, 5, 7, 1);
    meters.waiting(cell, 2, 3, 0);
    meters.late(cell, Duration.ofSeconds(9));

    assertThat(registry.get("doorstep.inbox.waiting").tag("cell", "hyde-park").gauge().value())
        .isEqualTo(2);
    assertThat(registry.get("doorstep.outbox.waiting").tag("cell", "hyde-park").gauge().value())
        .isEqualTo(3);
    assertThat(registry.get("doorstep.parked").tag("cell", "hyde-park").gauge().value()).isZero();
    assertThat(registry.get("doorstep.alarms.late").gauge().value()).isEqualTo(9);
  }

  @Test
  void claimsAndSendsAreCountedByOutcome() {
    meters.claimed(new ClaimOutcome.Won());
    meters.claimed(new ClaimOutcome.AtCapacity(3));
    meters.settled(
        new Outgoing.Mark(new OutgoingId("o"), new SlackRef("C1", "1.2"), DeliveryStatus.QUEUED),
        new Delivery.Uncertain("canary"));

    assertThat(count("doorstep.claims", "outcome", "won")).isOne();
    assertThat(count("doorstep.claims", "outcome", "at-capacity")).isOne();
    assertThat(count("doorstep.outbound.settled", "channel", "slack-mark", "result", "uncertain"))
        .isOne();
  }

  @Test
  void nothingThatSomebodySendsBecomesATag() {
    meters.handled(cell, inbound, Watch.Handling.PARKED, Duration.ZERO);
    meters.failed(cell, inbound, new IllegalStateException("canary"), true);
    meters.claimed(new ClaimOutcome.TakenBy(new PersonId("canary")));
    meters.settled(
        new Outgoing.Whisper(new OutgoingId("canary"), "canary", "canary", "canary"),
        new Delivery.Refused("canary"));

    assertThat(registry.getMeters()).extracting(Meter::getId).asString().doesNotContain("canary");
  }
}
