package org.doorstep.redis;

import org.doorstep.pipeline.ClaimsContract;
import org.doorstep.pipeline.Ports;

class RedisClaimsTest extends ClaimsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
