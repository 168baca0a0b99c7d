/**
 * A response cell: its groups, partners, officers, contacts and rules, as read from its file. Pure.
 */
@NullMarked
package org.doorstep.cell;

import org.jspecify.annotations.NullMarked;
