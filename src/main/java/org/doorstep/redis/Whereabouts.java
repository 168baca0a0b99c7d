package org.doorstep.redis;

import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** Where somebody, or what they have, is found: to about 100 m. */
final class Whereabouts {

  /** Redis's geo sets end there, and a script must not fail half-way. */
  private static final double FURTHEST_NORTH = 85.05;

  private Whereabouts() {}

  static @Nullable Point of(Point exact) {
    Point point = exact.coarse();
    return Math.abs(point.latitude()) > FURTHEST_NORTH ? null : point;
  }
}
