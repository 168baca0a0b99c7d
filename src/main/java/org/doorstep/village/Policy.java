package org.doorstep.village;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Suitable;

/** A way of asking: whom next, and when it goes on. */
enum Policy {
  /** A few at a time, by the rules of the cell. */
  IN_WAVES("Doorstep") {
    @Override
    Step next(HelpRequest.Seeking request, Around around, RealRules rules, Instant now) {
      return rules.due(request, around, now);
    }
  },

  /** All who suit, however far they would go. */
  EVERYONE_AT_ONCE("Everyone at once") {
    @Override
    Step next(HelpRequest.Seeking request, Around around, RealRules rules, Instant now) {
      return once(request, rules.everyone(request, around, now), rules, now);
    }
  },

  /** The ten nearest of those who suit, and nobody more. */
  NEAREST_ONCE("Nearest ten once") {
    @Override
    Step next(HelpRequest.Seeking request, Around around, RealRules rules, Instant now) {
      List<Suitable> nearest =
          rules.everyone(request, around, now).stream()
              .sorted(Comparator.comparing(Suitable::distance))
              .limit(10)
              .toList();
      return once(request, nearest, rules, now);
    }
  };

  private final String title;

  Policy(String title) {
    this.title = title;
  }

  /** As in the report. */
  String title() {
    return title;
  }

  /** What comes next for a request that nobody has. */
  abstract Step next(HelpRequest.Seeking request, Around around, RealRules rules, Instant now);

  /** What is done about a request. */
  sealed interface Step {

    /**
     * These are asked.
     *
     * @param next when it goes on; empty where nobody more is asked
     */
    record Ask(HelpRequest.Seeking sent, List<Suitable> volunteers, Optional<Instant> next)
        implements Step {
      public Ask {
        volunteers = List.copyOf(volunteers);
      }
    }

    /** Volunteers are left in peace until then. */
    record Rest(Instant until) implements Step {}

    /** Nobody more is asked: an officer hears of it. */
    record PassOn() implements Step {}
  }

  private static Step once(
      HelpRequest.Seeking request, List<Suitable> chosen, RealRules rules, Instant now) {
    Instant morning = rules.morning(now);
    return morning.isAfter(now)
        ? new Step.Rest(morning)
        : new Step.Ask(request.waveSent(Suitable.ids(chosen)), chosen, Optional.empty());
  }
}
