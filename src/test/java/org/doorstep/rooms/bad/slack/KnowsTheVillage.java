package org.doorstep.rooms.bad.slack;

import org.doorstep.rooms.bad.village.Square;

/** Would behave differently in the village. */
record KnowsTheVillage(Square square) {}
