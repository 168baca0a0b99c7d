package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.WaveStep;
import org.doorstep.desk.Wave;
import org.doorstep.desk.WavePlan;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Suitable;
import org.doorstep.help.Tally;
import org.doorstep.people.Ties;

/**
 * The one place where a simulated town meets the rules that real people meet: what is due for a
 * request, who may be asked and in which order.
 *
 * @param past what the rules may know of how everybody was asked and helped
 */
record RealRules(Cell cell, Past past) {

  private static final WaveStep ANYWHERE =
      new WaveStep(WaveStep.LARGEST, Integer.MAX_VALUE, Duration.ofDays(1));

  /** The step of Doorstep's that is due. */
  Policy.Step due(HelpRequest.Seeking request, Around around, Instant now) {
    return following(WavePlan.of(cell, request, now), request, around, now);
  }

  private Policy.Step following(
      WavePlan plan, HelpRequest.Seeking request, Around around, Instant now) {
    return switch (plan) {
      case WavePlan.UsedUp() -> new Policy.Step.PassOn();
      case WavePlan.Rest(Instant until) -> new Policy.Step.Rest(until);
      case WavePlan.Send send -> sending(request, around, send, now);
    };
  }

  private Policy.Step sending(
      HelpRequest.Seeking request, Around around, WavePlan.Send send, Instant now) {
    Asking asking = asking(request, send.step(), send.night(), now);
    List<Suitable> ranked = Matching.rank(asking, candidates(asking, around, now));
    Wave wave = Wave.of(cell, request, send, ranked, now);
    return send.night() && wave.chosen().isEmpty()
        ? following(WavePlan.nobodyAwake(cell, request, now), request, around, now)
        : new Policy.Step.Ask(wave.sent(), wave.chosen(), Optional.of(wave.next()));
  }

  /** As the store looks them up: who is near enough, and whoever helped before. */
  private List<Candidate> candidates(Asking asking, Around around, Instant now) {
    List<Townsperson> near =
        asking.terms().anywhere() ? around.everyone() : around.within(asking.step().metres());
    return Stream.concat(near.stream(), past.helpersOf(asking.request().resident()).stream())
        .distinct()
        .map(volunteer -> candidate(volunteer, now))
        .toList();
  }

  /** All who may be asked now, however far they would go. */
  List<Suitable> everyone(HelpRequest.Seeking request, Around around, Instant now) {
    Asking asking = asking(request, ANYWHERE, false, now);
    return Matching.rank(asking, candidates(asking, around, now));
  }

  /** When volunteers may be asked again. */
  Instant morning(Instant now) {
    return cell.rules().quietHours().endAfter(now, cell.zone());
  }

  private Asking asking(HelpRequest.Seeking request, WaveStep step, boolean night, Instant now) {
    Ties ties = Ties.NONE;
    for (Townsperson helper : past.helpersOf(request.resident())) {
      ties = ties.helpedBy(helper.person().id());
    }
    return Asking.in(cell, request, ties, cell.language(), step, night, now);
  }

  private Candidate candidate(Townsperson volunteer, Instant now) {
    Strain strain = past.of(volunteer);
    List<Instant> asked = strain.asked(now);
    return new Candidate(
        volunteer.person(),
        new Tally(
            asked.subList(Math.max(0, asked.size() - Tally.REMEMBERED), asked.size()),
            strain.tookOn(),
            strain.held()));
  }
}
