package org.doorstep.pipeline;

class InMemorySafeguardingTest extends SafeguardingContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
