package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Rules;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Suitable;
import org.doorstep.people.PersonId;

/**
 * The one place where a simulated town meets the rules that real people meet: what is due for a
 * request, who may be asked and in which order.
 *
 * @param past what the rules may know of how everybody was asked and helped
 */
record RealRules(Cell cell, Past past) {

  /** As many as are looked up for a wave of real people. */
  private static final int CANDIDATES = 4 * WaveStep.LARGEST;

  private static final WaveStep ANYWHERE =
      new WaveStep(WaveStep.LARGEST, Integer.MAX_VALUE, Duration.ofDays(1));

  /** The step of Doorstep's that is due. */
  Policy.Step due(HelpRequest.Seeking request, Around around, Instant now) {
    Rules rules = cell.rules();
    if (request.search().wave() >= rules.waves().size()) return new Policy.Step.PassOn();
    if (rules.quietHours().cover(now, cell.zone())) return new Policy.Step.Rest(morning(now));
    WaveStep step = rules.waves().get(request.search().wave());
    List<Suitable> chosen =
        ranked(
                request,
                around.nearest(step.metres(), CANDIDATES, request.search().asked()),
                step,
                now)
            .stream()
            .limit(step.size())
            .toList();
    HelpRequest.Seeking sent = sent(request, chosen);
    Instant next = chosen.isEmpty() ? now : now.plus(step.patience());
    return new Policy.Step.Ask(sent, chosen, Optional.of(next));
  }

  /** All who may be asked now, however far they would go. */
  List<Suitable> everyone(HelpRequest.Seeking request, Around around, Instant now) {
    return ranked(request, around.within(ANYWHERE.metres()), ANYWHERE, now);
  }

  /** When volunteers may be asked again. */
  Instant morning(Instant now) {
    return cell.rules().quietHours().endAfter(now, cell.zone());
  }

  static HelpRequest.Seeking sent(HelpRequest.Seeking request, List<Suitable> chosen) {
    return request.waveSent(people(chosen));
  }

  private static List<PersonId> people(List<Suitable> chosen) {
    return chosen.stream().map(suitable -> suitable.volunteer().id()).toList();
  }

  private List<Suitable> ranked(
      HelpRequest.Seeking request, List<Townsperson> candidates, WaveStep step, Instant now) {
    return Matching.rank(
        request, candidates.stream().map(Townsperson::person).toList(), step.metres(), now);
  }
}
