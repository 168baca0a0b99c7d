package org.doorstep.pipeline;

class InMemoryAlarmsTest extends AlarmsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
