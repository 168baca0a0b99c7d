package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.doorstep.pipeline.CountsContract;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.Samples;
import org.junit.jupiter.api.Test;

class RedisCountsTest extends CountsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  @Test
  void numbersAreKeptAndNothingElseAndAgeOut() {
    happens(Samples.said("one", "+447700900101", "x"), asked("rabcdef1"));
    byte[] key = new Keys(CELL.id()).counts("2026-03-02");
    Map<byte[], byte[]> kept = TestRedis.shared().sync().hgetall(key);

    assertThat(kept).hasSize(1);
    kept.forEach(
        (field, number) -> {
          assertThat(Utf8.text(field)).isEqualTo("hill|lift|LS6 3|asked");
          assertThat(Utf8.text(number)).isEqualTo("1");
        });
    long kept800 = CELL.rules().reporting().keepFor().toMillis();
    assertThat(TestRedis.shared().sync().pttl(key)).isBetween(kept800 - 60_000, kept800);
  }
}
