package org.doorstep.pipeline;

class InMemoryDirectoryTest extends DirectoryContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
