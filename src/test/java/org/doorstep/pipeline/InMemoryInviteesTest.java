package org.doorstep.pipeline;

class InMemoryInviteesTest extends InviteesContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
