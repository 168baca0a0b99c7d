package org.doorstep.rooms.bad.place;

/** Chances it. */
record ThrowsDice(double number) {
  static ThrowsDice make() {
    return new ThrowsDice(Math.random());
  }
}
