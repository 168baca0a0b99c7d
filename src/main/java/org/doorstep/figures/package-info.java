/**
 * Figures: what is counted of a cell's work, and what of it may be shown so that nobody can be
 * picked out. Pure.
 */
@NullMarked
package org.doorstep.figures;

import org.jspecify.annotations.NullMarked;
