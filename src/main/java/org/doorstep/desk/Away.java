package org.doorstep.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.cell.Officer;

/** Who is off duty, in words. */
record Away(Wording theirs) {

  /** How long one of them is away, and who is there instead. */
  Map<String, String> values(Draft draft, Officer one, List<Officer> colleagues) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("officer", one.name());
    draft
        .duty()
        .offNow(one.slackUser(), draft.now())
        .filter(off -> !draft.duty().hasLeft(one.slackUser()))
        .ifPresent(off -> values.put("until", theirs.clock(draft, off.until())));
    instead(draft, one, colleagues).ifPresent(other -> values.put("stand-in", other.name()));
    return values;
  }

  /** Whoever stands in, or else the first who is there. */
  static Optional<Officer> instead(Draft draft, Officer one, List<Officer> colleagues) {
    return draft
        .duty()
        .insteadOf(one, colleagues, draft.now())
        .or(
            () ->
                colleagues.stream()
                    .filter(other -> draft.duty().isOn(other.slackUser(), draft.now()))
                    .findFirst());
  }

  /** All others who are off duty, with until when; empty where nobody is. */
  String others(Draft draft, Caseworker me) {
    List<Officer> colleagues = me.colleagues(draft.cell());
    return colleagues.stream()
        .filter(other -> !other.slackUser().equals(me.user()))
        .filter(other -> !draft.duty().isOn(other.slackUser(), draft.now()))
        .map(other -> theirs.words("officers.away-line", values(draft, other, colleagues)))
        .collect(Collectors.joining("\n"));
  }
}
