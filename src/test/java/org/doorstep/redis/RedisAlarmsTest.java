package org.doorstep.redis;

import org.doorstep.pipeline.AlarmsContract;
import org.doorstep.pipeline.Ports;

class RedisAlarmsTest extends AlarmsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
