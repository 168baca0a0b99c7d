package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/** Puts together what each reader finds in one message. */
record MessageReader(
    NeedReader needs,
    Judge judge,
    FlagReader flags,
    WhoReader who,
    WhenReader when,
    Function<Words, PlaceReader> places) {

  private static final double WEAK = 0.6;
  private static final double PLAIN = 0.9;
  private static final double UNKNOWN = 0.4;

  /** Words beside a time in a message that says little else. */
  private static final int SHORT = 5;

  Reading read(Words message, ZonedDateTime now) {
    List<NeedReader.Named> named = needs.in(message);
    Set<Flag> raised = flags.in(message);
    Judge.Verdict verdict = judge.of(message, named, !raised.isEmpty());
    Intent intent = verdict.intent();
    Set<Need> negated = new LinkedHashSet<>();
    for (NeedReader.Named one : named) if (one.negated()) negated.add(one.need());
    List<Found<Need>> wanted = wanted(message, verdict, named, negated);
    wanted.forEach(w -> negated.remove(w.value()));
    return new Reading(
        message.plain().typed(),
        intent,
        wanted,
        negated,
        places.apply(message).best(message),
        time(message, intent, now),
        intent == Intent.REQUEST ? who.in(message, wanted) : WhoReader.SELF,
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

  /** What is wanted, in the order of the message; what is plainly not wanted is left out. */
  private static List<Found<Need>> wanted(
      Words message, Judge.Verdict verdict, List<NeedReader.Named> named, Set<Need> negated) {
    List<Found<Need>> wanted = new ArrayList<>();
    for (Judge.Wanted one : verdict.wanted()) {
      if (negated.contains(one.need())) continue;
      NeedReader.Named heard = heard(one.need(), named);
      wanted.add(
          heard == null
              ? found(message, one.need(), one.at(), one.at() + 1, one.likely())
              : found(
                  message,
                  one.need(),
                  heard.hit().start(),
                  heard.hit().end(),
                  heard.weak() ? Math.max(WEAK, one.likely()) : PLAIN));
    }
    if (wanted.isEmpty() && verdict.intent() == Intent.REQUEST)
      wanted.add(new Found<>(Need.OTHER, 0, message.plain().typed().length(), UNKNOWN));
    wanted.sort(Comparator.comparingInt(Found::start));
    return wanted;
  }

  private static NeedReader.@Nullable Named heard(Need need, List<NeedReader.Named> named) {
    for (NeedReader.Named one : named) if (one.need().equals(need) && !one.negated()) return one;
    return null;
  }

  private static Found<Need> found(Words message, Need need, int from, int to, double confidence) {
    Plain plain = message.plain();
    int start = plain.typedAt(message.get(from).start());
    int end = plain.typedEnd(message.get(to - 1).end());
    return new Found<>(need, start, end, confidence);
  }
}
