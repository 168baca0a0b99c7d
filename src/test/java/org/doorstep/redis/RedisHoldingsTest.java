package org.doorstep.redis;

import org.doorstep.pipeline.HoldingsContract;
import org.doorstep.pipeline.Ports;

class RedisHoldingsTest extends HoldingsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
