package org.doorstep.pipeline;

class InMemoryInboxTest extends InboxContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
