package org.doorstep.pipeline;

import org.doorstep.figures.Chart;

/** Draws figures. */
@FunctionalInterface
public interface Drawing {

  /** As a PNG. */
  byte[] png(Chart chart);
}
