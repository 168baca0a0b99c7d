package org.doorstep.redis;

import org.doorstep.pipeline.VolunteersContract;
import org.doorstep.pipeline.Ports;

class RedisVolunteersTest extends VolunteersContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
