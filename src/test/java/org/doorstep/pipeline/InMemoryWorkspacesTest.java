package org.doorstep.pipeline;

class InMemoryWorkspacesTest extends WorkspacesContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
