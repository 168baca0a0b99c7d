package org.doorstep.pipeline;

class InMemoryCountsTest extends CountsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
