package org.doorstep.rooms.bad.redis;

import java.util.logging.Logger;

/** Logs past the log. */
record LogsByJavaUtilLogging(Logger logger) {}
