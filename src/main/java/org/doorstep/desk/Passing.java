package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.talk.Tap;

/**
 * Whether another group takes a request on, as the question to its leads carries it: nothing else
 * is kept of it.
 *
 * @param round one that has changed hands since is not meant
 * @param until to the minute
 */
record Passing(RequestId request, int round, String from, String to, Instant until) {

  private static final int PARTS = 5;

  static Optional<Passing> of(Tap tap) {
    String[] parts = tap.about().split("\\.");
    return tap.flow().equals(Neighbours.FLOW)
            && parts.length == PARTS
            && parts[1].matches("[0-9]{1,6}")
            && parts[4].matches("[0-9]{1,9}")
        ? Optional.of(
            new Passing(
                new RequestId(parts[0]),
                Integer.parseInt(parts[1]),
                parts[2],
                parts[3],
                Instant.EPOCH.plus(Duration.ofMinutes(Long.parseLong(parts[4])))))
        : Optional.empty();
  }

  String about() {
    long minutes = Duration.between(Instant.EPOCH, until).toMinutes();
    return String.join(
        ".", request.value(), Integer.toString(round), from, to, Long.toString(minutes));
  }

  /** The request, if it still is where it was when they were asked. */
  Optional<HelpRequest.Seeking> still(Draft draft) {
    return draft
        .request(request.value())
        .filter(r -> r.search().round() == round && r.particulars().group().equals(from))
        .filter(HelpRequest.Seeking.class::isInstance)
        .map(HelpRequest.Seeking.class::cast);
  }
}
