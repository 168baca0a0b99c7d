package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.desk.Change;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.Samples;
import org.doorstep.pipeline.ThingsContract;
import org.junit.jupiter.api.Test;

class RedisThingsTest extends ThingsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  @Test
  void whoIsForgottenIsNotOnTheMapAnyMore() {
    String number = "+447700900101";
    PersonId owner = met(number).id();
    byte[] heaters = new Keys(CELL.id()).things("heater");
    happens(
        Samples.said("T1", number, "x"),
        new Change.ThingIs(Samples.thing("tabcdef1", "heater", owner)));
    assertThat(TestRedis.shared().sync().zcard(heaters)).isOne();
    happens(Samples.said("T2", number, "x"), new Change.PersonGone(owner));
    assertThat(TestRedis.shared().sync().zcard(heaters)).isZero();
  }
}
