/**
 * The one decision: dossier + inbound + now give what became true, what to say, what to be woken
 * for. Pure.
 */
@NullMarked
package org.doorstep.desk;

import org.jspecify.annotations.NullMarked;
