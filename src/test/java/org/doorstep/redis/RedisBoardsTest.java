package org.doorstep.redis;

import org.doorstep.pipeline.BoardsContract;
import org.doorstep.pipeline.Ports;

class RedisBoardsTest extends BoardsContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
