package org.doorstep.pipeline;

class InMemoryCasebookTest extends CasebookContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
