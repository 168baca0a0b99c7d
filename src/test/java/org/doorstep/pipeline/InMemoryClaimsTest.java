package org.doorstep.pipeline;

class InMemoryClaimsTest extends ClaimsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
