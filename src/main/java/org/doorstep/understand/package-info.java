/** From a person's own words to slots: need, place, when, for whom, flags, danger. Pure. */
@NullMarked
package org.doorstep.understand;

import org.jspecify.annotations.NullMarked;
