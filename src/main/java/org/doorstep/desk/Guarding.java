package org.doorstep.desk;

import org.doorstep.understand.Understanding;

/** The rules that keep people safe, and whoever answers when they are called about a case. */
record Guarding(Under18 under18, MovingIn movingIn, Cautions cautions) {

  static Guarding of(
      Understanding understanding,
      Wording wording,
      Cases cases,
      Farewell farewell,
      Joining joining,
      Guidance guidance) {
    Under18 under18 = new Under18(understanding, wording, cases, farewell, joining);
    MovingIn movingIn = new MovingIn(wording, cases);
    Called called = new Called(wording, cases);
    return new Guarding(
        under18,
        movingIn,
        new Cautions(understanding, wording, cases, under18, movingIn, guidance, called));
  }
}
