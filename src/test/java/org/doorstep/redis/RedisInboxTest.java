package org.doorstep.redis;

import org.doorstep.pipeline.InboxContract;
import org.doorstep.pipeline.Ports;

class RedisInboxTest extends InboxContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
