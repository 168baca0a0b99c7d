package org.doorstep.pipeline;

import java.time.Duration;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.help.ClaimOutcome;

/**
 * What operators get to see of the work: counts, times, and a log line where something went wrong.
 * Never blocks, never throws, and keeps nothing personal.
 */
public interface Watch {

  /**
   * An inbound is done with.
   *
   * @param since from accept to commit
   */
  void handled(CellId cell, Inbound inbound, Handling result, Duration since);

  void claimed(ClaimOutcome outcome);

  void settled(Outgoing outgoing, Delivery delivery);

  /**
   * An inbound could not be handled this time; it is tried again unless it is parked.
   *
   * @param parked it has failed too often and was put aside
   */
  void failed(CellId cell, Inbound inbound, Throwable error, boolean parked);

  /** Work on a cell was broken off, by an error outside any one inbound or outgoing. */
  void disturbed(CellId cell, Throwable error);

  /** How much of a cell's work is waiting. */
  void waiting(CellId cell, long inbox, long outbox, long parked);

  /** How late the most overdue alarm of a cell is. */
  void late(CellId cell, Duration behind);

  /** This instance took a cell over, or gave it up. */
  void holds(CellId cell, boolean held);

  /** How handling an inbound ended. */
  enum Handling {
    DONE,
    /** It had had its effect before. */
    REPEATED,
    PARKED
  }

  /** Looks away: for tests and commands. */
  Watch NOBODY =
      new Watch() {
        @Override
        public void handled(CellId cell, Inbound inbound, Handling result, Duration since) {}

        @Override
        public void claimed(ClaimOutcome outcome) {}

        @Override
        public void settled(Outgoing outgoing, Delivery delivery) {}

        @Override
        public void failed(CellId cell, Inbound inbound, Throwable error, boolean parked) {}

        @Override
        public void disturbed(CellId cell, Throwable error) {}

        @Override
        public void waiting(CellId cell, long inbox, long outbox, long parked) {}

        @Override
        public void late(CellId cell, Duration behind) {}

        @Override
        public void holds(CellId cell, boolean held) {}
      };
}
