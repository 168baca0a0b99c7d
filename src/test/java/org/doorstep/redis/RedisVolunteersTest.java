package org.doorstep.redis;

import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.VolunteersContract;

class RedisVolunteersTest extends VolunteersContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
