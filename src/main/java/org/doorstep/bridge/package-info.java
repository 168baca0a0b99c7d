/**
 * Cases: what an officer sees, and what may cross between a resident, a volunteer and an officer.
 * Pure.
 */
@NullMarked
package org.doorstep.bridge;

import org.jspecify.annotations.NullMarked;
