package org.doorstep.pipeline;

class InMemoryOutboxTest extends OutboxContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
