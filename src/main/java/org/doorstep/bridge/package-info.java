/**
 * Cases: what an officer sees, and what may cross between a resident, a volunteer and an officer.
 * And services and shops that people are pointed to. Pure.
 */
@NullMarked
package org.doorstep.bridge;

import org.jspecify.annotations.NullMarked;
