package org.doorstep.cell;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;

/**
 * How a cell does things.
 *
 * @param policy who is asked when; a group may have its own
 * @param nudgeAfter a claimed job that nobody spoke of is asked about
 * @param lapseAfter counted from the nudge: it is handed back
 * @param holdAtMost how many jobs one volunteer may hold
 * @param arrivedAfter counted from "done": the resident is asked whether it arrived
 * @param acknowledgeWithin an officer's time to take a case before the deputy is told
 * @param gather how long a short text waits for the next one of the same thought; zero answers each
 *     at once
 * @param keepClosedFor how long a closed request and its words are kept
 * @param needs those kinds of help that ask something of a volunteer
 */
public record Rules(
    WavePolicy policy,
    QuietHours quietHours,
    Duration nudgeAfter,
    Duration lapseAfter,
    int holdAtMost,
    Duration arrivedAfter,
    Duration acknowledgeWithin,
    Duration gather,
    Duration keepClosedFor,
    List<NeedTerms> needs) {

  /** A lift needs a car. */
  static final List<NeedTerms> USUAL_NEEDS =
      List.of(new NeedTerms(new Need("lift"), Set.of(Travel.CAR), Set.of(), false));

  public Rules {
    needs = List.copyOf(needs);
  }

  /** With what is usual where nothing else is said. */
  public Rules(
      List<WaveStep> waves,
      QuietHours quietHours,
      Duration nudgeAfter,
      Duration lapseAfter,
      int holdAtMost,
      Duration arrivedAfter,
      Duration acknowledgeWithin,
      Duration gather,
      Duration keepClosedFor) {
    this(
        WavePolicy.usual(waves),
        quietHours,
        nudgeAfter,
        lapseAfter,
        holdAtMost,
        arrivedAfter,
        acknowledgeWithin,
        gather,
        keepClosedFor,
        USUAL_NEEDS);
  }

  public List<WaveStep> waves() {
    return policy.ordinary();
  }

  public NeedTerms termsOf(Need need) {
    return needs.stream()
        .filter(terms -> terms.need().equals(need))
        .findFirst()
        .orElse(NeedTerms.plain(need));
  }
}
