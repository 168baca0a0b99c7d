package org.doorstep.slack;

import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;

/** What a payload of Slack's came to. */
sealed interface Reading {

  record Happened(Cell cell, Inbound inbound) implements Reading {}

  /**
   * @param why for the count of what is left aside
   */
  record Ignored(String why) implements Reading {}
}
