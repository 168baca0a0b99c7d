/** Settings, wiring, start and stop, the command line. The only room that subscribes. */
@NullMarked
package org.doorstep.app;

import org.jspecify.annotations.NullMarked;
