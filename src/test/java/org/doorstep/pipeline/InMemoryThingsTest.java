package org.doorstep.pipeline;

class InMemoryThingsTest extends ThingsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
