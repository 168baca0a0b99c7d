package org.doorstep.redis;

import org.doorstep.pipeline.CasebookContract;
import org.doorstep.pipeline.Ports;

class RedisCasebookTest extends CasebookContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }
}
