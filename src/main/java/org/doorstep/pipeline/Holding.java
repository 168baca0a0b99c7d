package org.doorstep.pipeline;

import org.doorstep.cell.CellId;

/**
 * This instance's hold on a cell. Every write names it, and is refused once another instance has
 * taken the cell over.
 *
 * @param epoch rises with each change of hands: the fencing token
 */
public record Holding(CellId cell, String instance, long epoch) {}
