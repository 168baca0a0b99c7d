/** Who someone is, how to reach them, and what a volunteer offers. Pure. */
@NullMarked
package org.doorstep.people;

import org.jspecify.annotations.NullMarked;
