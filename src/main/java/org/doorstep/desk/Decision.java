package org.doorstep.desk;

import java.util.List;
import java.util.Set;
import org.doorstep.help.ClaimAttempt;

/** What one inbound leads to. Either all of it is written, or nothing. */
public sealed interface Decision {

  /**
   * It is settled.
   *
   * @param silenced keys of alarms that are no longer wanted
   */
  record Settled(
      List<Change> changes,
      List<Fact> facts,
      List<Outgoing> says,
      List<Alarm.Set> alarms,
      Set<String> silenced)
      implements Decision {

    public Settled {
      changes = List.copyOf(changes);
      facts = List.copyOf(facts);
      says = List.copyOf(says);
      alarms = List.copyOf(alarms);
      silenced = Set.copyOf(silenced);
    }
  }

  /** It hangs on who comes first: attempt the claims, one after the other, then conclude. */
  record Contested(List<ClaimAttempt> attempts) implements Decision {

    public Contested {
      attempts = List.copyOf(attempts);
    }
  }
}
