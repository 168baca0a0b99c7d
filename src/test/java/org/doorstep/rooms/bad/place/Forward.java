package org.doorstep.rooms.bad.place;

import org.doorstep.rooms.bad.redis.Prints;

/** Uses a room after its own. */
record Forward(Prints prints) {}
