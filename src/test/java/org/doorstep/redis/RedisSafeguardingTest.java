package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.CaseId;
import org.doorstep.desk.Change;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.SafeguardingContract;
import org.doorstep.pipeline.Samples;
import org.junit.jupiter.api.Test;

class RedisSafeguardingTest extends SafeguardingContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  @Test
  void itIsSealedAndGoesByItselfWhenItsTimeIsOver() {
    Audit entry = new Audit(NOW, new CaseId("cabcdef1"), Audit.Kind.SHOWN, "U0CANARY", null);
    happens(Samples.said("S1", "+447700900199", "x"), new Change.Audited(entry));
    byte[] key = new Keys(CELL.id()).audit(YearMonth.from(NOW.atZone(CELL.zone())));
    var redis = TestRedis.shared().sync();
    String kept =
        redis.xrange(key, io.lettuce.core.Range.unbounded()).stream()
            .flatMap(e -> e.getBody().values().stream())
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .reduce("", String::concat);
    assertThat(kept).isNotEmpty().doesNotContain("CANARY").doesNotContain("cabcdef1");
    Duration left = Duration.ofMillis(redis.pttl(key));
    assertThat(left).isBetween(Duration.ofDays(400), Duration.ofDays(432));
  }
}
