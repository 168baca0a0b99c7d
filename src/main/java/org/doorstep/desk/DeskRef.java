package org.doorstep.desk;

import java.util.Optional;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/**
 * What a button on a partner's card speaks of: {@code r….round.partner}, and a group or another
 * partner that it is given to.
 */
record DeskRef(String request, int round, String partner, @Nullable String to) {

  static DeskRef to(HelpRequest request, String partner) {
    return new DeskRef(request.id().value(), request.search().round(), partner, null);
  }

  static Optional<DeskRef> of(Tap tap) {
    String[] parts = tap.about().split("\\.");
    return tap.flow().equals(Triage.FLOW)
            && (parts.length == 3 || parts.length == 4)
            && parts[1].matches("[0-9]{1,6}")
        ? Optional.of(
            new DeskRef(
                parts[0],
                Integer.parseInt(parts[1]),
                parts[2],
                parts.length == 4 ? parts[3] : null))
        : Optional.empty();
  }

  DeskRef giving(String other) {
    return new DeskRef(request, round, partner, other);
  }

  String about() {
    return request + "." + round + "." + partner + (to == null ? "" : "." + to);
  }

  /** The request, if it still waits there. */
  Optional<InTriage> still(Draft draft) {
    return draft
        .request(request)
        .filter(r -> r.search().round() == round)
        .flatMap(r -> r instanceof InTriage waiting ? Optional.of(waiting) : Optional.empty())
        .filter(waiting -> waiting.by().equals(new InTriage.Decider.Desk(partner)));
  }
}
