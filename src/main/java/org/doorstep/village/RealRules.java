package org.doorstep.village;

import java.time.Instant;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Suitable;

/** The one place where a simulated town meets the rules by which real people are chosen. */
final class RealRules {

  private RealRules() {}

  /**
   * Those who may be asked, best first.
   *
   * @param past what the rules may know of how everybody was asked and helped
   */
  static List<Suitable> ranked(
      HelpRequest.Seeking request,
      List<Townsperson> candidates,
      Past past,
      int metres,
      Instant now) {
    return Matching.rank(
        request, candidates.stream().map(Townsperson::person).toList(), metres, now);
  }
}
