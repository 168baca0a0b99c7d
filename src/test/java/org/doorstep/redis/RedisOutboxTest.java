package org.doorstep.redis;

import org.doorstep.pipeline.OutboxContract;
import org.doorstep.pipeline.Ports;

class RedisOutboxTest extends OutboxContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
