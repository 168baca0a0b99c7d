package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Office;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.figures.Chart;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
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
  void whatIsNewOnTheWireSurvivesIt() {
    Chart.Panel panel = new Chart.Panel("By area", List.of(new Chart.Row("LS6 3", 9, -1)));
    survives(
        Outgoing.class,
        new Outgoing.Picture(
            new OutgoingId("o1"),
            "C0OFFICERS",
            new Chart("The week", "9 asked for", "asked for", "taken", "–", List.of(panel))));
    survives(Alarm.class, new Alarm.Digest(LocalDate.parse("2026-03-02"), true));
    survives(Alarm.class, new Alarm.CircularOver("abc"));
    survives(Alarm.class, new Alarm.Outcome(new PersonId("a"), new RequestId("rabcdef1"), true));
    assertThat(Wire.read(Office.class, Utf8.bytes("{\"boards\":{},\"paused\":{}}")))
        .isEqualTo(Office.EMPTY);
  }

  private static <T> void survives(Class<T> type, T value) {
    assertThat(Wire.read(type, Wire.write(type, value))).isEqualTo(value);
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
