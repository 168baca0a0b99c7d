/** Every key, every Lua script, every port that is kept in Redis; encryption at the edge. */
@NullMarked
package org.doorstep.redis;

import org.jspecify.annotations.NullMarked;
