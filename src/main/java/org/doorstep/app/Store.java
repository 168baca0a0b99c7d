package org.doorstep.app;

import java.nio.file.Path;

/** Which Redis is used. */
public sealed interface Store {

  /** The bundled server, with its files in that folder, on loopback only. */
  record Embedded(Path folder) implements Store {}

  /**
   * The one that Spring's own settings name.
   *
   * @param replicas how many replicas must have a write before it counts as stored
   * @param mayBeVolatile the operator accepts that acknowledged messages can be lost
   */
  record Configured(int replicas, boolean mayBeVolatile) implements Store {}
}
