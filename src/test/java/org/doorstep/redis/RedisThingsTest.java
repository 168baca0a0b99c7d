package org.doorstep.redis;

import org.doorstep.pipeline.Ports;
import org.doorstep.pipeline.ThingsContract;

class RedisThingsTest extends ThingsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
