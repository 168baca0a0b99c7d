package org.doorstep.pipeline;

class InMemoryHoldingsTest extends HoldingsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
