package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.GeoValue;
import java.util.stream.IntStream;
import org.doorstep.people.Person;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.Samples;
import org.doorstep.pipeline.VolunteersContract;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;

class RedisVolunteersTest extends VolunteersContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  /** A script can pass on no more than some 8,000 words at a time. */
  @Test
  void aLargeWaveIsFilledInALargeTown() {
    Point middle = Samples.HOME.point();
    GeoValue<byte[]>[] crowd = crowd(middle);
    TestRedis.shared().sync().geoadd(new Keys(CELL.id()).geo(), crowd);
    Person behind = volunteer("+447700900101", 900);
    assertThat(asked(asking(2000, 50))).containsExactly(behind);
  }

  /** Whose records nobody can read any more. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static GeoValue<byte[]>[] crowd(Point middle) {
    return IntStream.range(0, 9000)
        .mapToObj(
            i -> GeoValue.just(middle.longitude(), middle.latitude(), Utf8.bytes("crowd" + i)))
        .toArray(GeoValue[]::new);
  }
}
