package org.doorstep.pipeline;

class InMemoryRollTest extends RollContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
