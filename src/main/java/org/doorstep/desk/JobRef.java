package org.doorstep.desk;

import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.talk.Tap;

/**
 * What a tap about a job speaks of: {@code r….round.wave}.
 *
 * @param round a tap of an earlier round is stale
 * @param wave for the map of the village, and for whoever reads the logs
 */
record JobRef(String request, int round, int wave) {

  static JobRef to(HelpRequest request) {
    return new JobRef(request.id().value(), request.search().round(), request.search().wave());
  }

  static Optional<JobRef> of(Tap tap) {
    String[] parts = tap.about().split("\\.");
    return parts.length == 3
            && parts[0].startsWith("r")
            && parts[1].matches("[0-9]{1,6}")
            && parts[2].matches("[0-9]{1,6}")
        ? Optional.of(new JobRef(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
        : Optional.empty();
  }

  String about() {
    return request + "." + round + "." + wave;
  }
}
