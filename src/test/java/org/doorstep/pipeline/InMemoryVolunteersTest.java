package org.doorstep.pipeline;

class InMemoryVolunteersTest extends VolunteersContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
