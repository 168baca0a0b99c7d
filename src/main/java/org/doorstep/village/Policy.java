package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.WaveStep;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Suitable;

/** A way of asking: whom next, and how long until it goes on. */
sealed interface Policy {

  /** What comes next for a request that nobody has yet. */
  Step next(HelpRequest.Seeking request, Around around, Past past, Instant now);

  /** As in the report. */
  String title();

  /** What is done about a request. */
  sealed interface Step {

    /**
     * @param pause until the next step; empty where there is none
     */
    record Ask(List<Suitable> volunteers, Optional<Duration> pause) implements Step {
      public Ask {
        volunteers = List.copyOf(volunteers);
      }
    }

    /** Nobody more is asked: an officer hears of it. */
    record PassOn() implements Step {}
  }

  /** Doorstep's: a few at a time, by the rules of the cell. */
  record InWaves(List<WaveStep> waves) implements Policy {

    /** As many as are looked up for a wave of real people. */
    private static final int CANDIDATES = 4 * WaveStep.LARGEST;

    public InWaves {
      waves = List.copyOf(waves);
    }

    @Override
    public Step next(HelpRequest.Seeking request, Around around, Past past, Instant now) {
      if (request.search().wave() >= waves.size()) return new Step.PassOn();
      WaveStep step = waves.get(request.search().wave());
      var near = around.nearest(step.metres(), CANDIDATES, request.search().asked());
      List<Suitable> chosen =
          RealRules.ranked(request, near, past, step.metres(), now).stream()
              .limit(step.size())
              .toList();
      return new Step.Ask(chosen, Optional.of(chosen.isEmpty() ? Duration.ZERO : step.patience()));
    }

    @Override
    public String title() {
      return "Doorstep";
    }
  }

  /** All who suit, however far they would go. */
  record EveryoneAtOnce() implements Policy {
    @Override
    public Step next(HelpRequest.Seeking request, Around around, Past past, Instant now) {
      return new Step.Ask(suitable(request, around, past, now), Optional.empty());
    }

    @Override
    public String title() {
      return "Everyone at once";
    }
  }

  /** The ten nearest of those who suit, and nobody more. */
  record NearestOnce() implements Policy {

    private static final int TEN = 10;

    @Override
    public Step next(HelpRequest.Seeking request, Around around, Past past, Instant now) {
      List<Suitable> nearest =
          suitable(request, around, past, now).stream()
              .sorted(Comparator.comparing(Suitable::distance))
              .limit(TEN)
              .toList();
      return new Step.Ask(nearest, Optional.empty());
    }

    @Override
    public String title() {
      return "Nearest ten once";
    }
  }

  private static List<Suitable> suitable(
      HelpRequest.Seeking request, Around around, Past past, Instant now) {
    return RealRules.ranked(request, around.everyone(), past, Integer.MAX_VALUE, now);
  }
}
