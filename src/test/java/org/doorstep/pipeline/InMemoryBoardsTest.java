package org.doorstep.pipeline;

class InMemoryBoardsTest extends BoardsContract {

  @Override
  protected Ports freshPorts() {
    return InMemoryPorts.fresh();
  }
}
