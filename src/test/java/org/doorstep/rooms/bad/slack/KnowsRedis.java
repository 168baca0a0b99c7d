package org.doorstep.rooms.bad.slack;

import org.doorstep.rooms.bad.redis.Prints;

/** Reaches across. */
record KnowsRedis(Prints prints) {}
