package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.cell.Cell;
import org.doorstep.cell.WavePolicy;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.Ageing;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Particulars;

/** What is due for a request that nobody has. */
public sealed interface WavePlan {

  /**
   * A wave goes out.
   *
   * @param left how many waves of the list come after the one that is due
   * @param night only to those on duty
   * @param alone how long whoever helped before is asked alone; zero: with the others
   */
  record Send(WaveStep step, int left, boolean night, Duration alone) implements WavePlan {

    /** For a job that takes so many people; then nobody is asked alone. */
    Send times(int people) {
      return people == 1 ? this : new Send(step.times(people), left, night, Duration.ZERO);
    }
  }

  /** Volunteers are left in peace until then. */
  record Rest(Instant until) implements WavePlan {}

  /** All waves went out, or it is too late. */
  record UsedUp() implements WavePlan {}

  static WavePlan of(Cell cell, HelpRequest.Seeking seeking, Instant now) {
    Particulars wanted = seeking.particulars();
    WavePolicy policy = cell.policyOf(wanted.group());
    boolean urgent = Asking.urgent(wanted, now, cell.zone());
    List<WaveStep> steps = urgent ? policy.urgent() : policy.ordinary();
    int step = seeking.search().step();
    int left = steps.size() - step - 1;
    if (step >= steps.size() || tooLate(cell, seeking, now)) return new UsedUp();
    if (cell.rules().quietHours().cover(now, cell.zone())) {
      return urgent
          ? new Send(policy.night(), left, true, Duration.ZERO)
          : new Rest(untilUrgent(cell, wanted, morning(cell, now)));
    }
    boolean first = seeking.search().wave() == 0;
    return new Send(
        steps.get(step), left, false, first && !urgent ? policy.alone() : Duration.ZERO);
  }

  /** Nobody is on duty: the others are asked in the morning, if that is in time. */
  static WavePlan nobodyAwake(Cell cell, HelpRequest.Seeking seeking, Instant now) {
    Instant morning = morning(cell, now);
    return tooLate(cell, seeking, morning) ? new UsedUp() : new Rest(morning);
  }

  private static Instant untilUrgent(Cell cell, Particulars wanted, Instant morning) {
    return Asking.urgentFrom(wanted, cell.zone()).filter(morning::isAfter).orElse(morning);
  }

  /** When quiet hours end. */
  private static Instant morning(Cell cell, Instant now) {
    return cell.rules().quietHours().endAfter(now, cell.zone());
  }

  private static boolean tooLate(Cell cell, HelpRequest.Seeking seeking, Instant now) {
    boolean wasLate = seeking.search().wave() > 0 || seeking.search().round() > 1;
    Instant deadline = seeking.particulars().when().deadline(cell.zone()).orElse(null);
    boolean gone = deadline != null && !deadline.isAfter(now);
    return gone && (wasLate || Ageing.tooLate(seeking.particulars(), now, deadline));
  }
}
