package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.help.Flag;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/** Puts together what each reader finds in one message. */
record MessageReader(
    NeedReader needs,
    IntentReader intents,
    FlagReader flags,
    WhoReader who,
    WhenReader when,
    PlaceReader places) {

  private static final double WEAK = 0.6;
  private static final double PLAIN = 0.9;

  /** Words beside a time in a message that says little else. */
  private static final int SHORT = 5;

  Reading read(Words message, ZonedDateTime now) {
    List<NeedReader.Named> named = needs.in(message);
    Set<Flag> raised = flags.in(message);
    Intent intent = intents.of(message, named, !raised.isEmpty());
    List<Found<Need>> wanted = new ArrayList<>();
    Set<Need> negated = new LinkedHashSet<>();
    for (NeedReader.Named one : named) {
      if (one.negated()) negated.add(one.need());
      else if (intent != Intent.OTHER) wanted.add(found(message, one));
    }
    if (wanted.isEmpty() && intent == Intent.REQUEST) {
      wanted.add(new Found<>(Need.OTHER, 0, message.plain().typed().length(), WEAK - 0.2));
    }
    wanted.forEach(w -> negated.remove(w.value()));
    return new Reading(
        message.plain().typed(),
        intent,
        wanted,
        negated,
        places.best(message),
        time(message, intent, now),
        intent == Intent.REQUEST ? who.in(message) : WhoReader.SELF,
        intent == Intent.REQUEST ? raised : Set.of(),
        message.language());
  }

  private @Nullable Found<When> time(Words message, Intent intent, ZonedDateTime now) {
    Found<When> found = when.in(message, intent == Intent.OFFER, now);
    if (found == null || intent != Intent.OTHER) return found;
    int covered = message.at(found.end()) - message.at(found.start());
    boolean answer = message.size() - covered <= SHORT;
    return answer ? found : new Found<>(found.value(), found.start(), found.end(), WEAK);
  }

  private static Found<Need> found(Words message, NeedReader.Named one) {
    Plain plain = message.plain();
    int start = plain.typedAt(message.get(one.hit().start()).start());
    int end = plain.typedEnd(message.get(one.hit().end() - 1).end());
    return new Found<>(one.need(), start, end, one.weak() ? WEAK : PLAIN);
  }
}
