package org.doorstep.understand;

import java.util.List;
import org.doorstep.people.Amendment;
import org.doorstep.people.Hours;
import org.jspecify.annotations.Nullable;

/** When somebody does not want to be written to: "quiet from 21:00 to 8:00", "not after 9 pm". */
final class OfferQuiet {

  private OfferQuiet() {}

  /** Null where something else is said besides. */
  static @Nullable Offering read(List<Term> all, boolean ordered) {
    List<Term> terms =
        all.stream()
            .filter(
                t ->
                    !t.is(
                        "quiet",
                        "order-quiet",
                        "dont-ask",
                        "always",
                        "any-more",
                        "only",
                        Term.PAUSE))
            .toList();
    if (terms.isEmpty()) return null;
    if (terms.stream().allMatch(t -> t.is("not", "none"))) {
      boolean says = ordered || all.stream().anyMatch(t -> t.is("quiet", "order-quiet"));
      return says ? OfferReader.changes(new Amendment.Quiet(null), ordered, true) : null;
    }
    List<Term> said = terms.stream().filter(t -> !t.is("not")).toList();
    if (said.getFirst().is("night", "nights", "overnight") && said.size() == 1) return null;
    boolean from = said.getFirst().is("from", "after", "between");
    boolean until = said.getFirst().is("before", "to");
    OfferClock first = OfferClock.at(said, from || until ? 1 : 0);
    if (first == null) return null;
    if (first.end() == said.size()) return one(said.getFirst(), first, ordered);
    boolean joined = said.get(first.end()).is(Term.DASH, "to", "and", "before");
    OfferClock second = joined && !until ? OfferClock.at(said, first.end() + 1) : null;
    if (second == null || second.end() < said.size()) return null;
    OfferClock.Settled stretch = first.overnight(second);
    if (stretch == null) return new Offering.Unclear(Offering.Topic.QUIET, ordered, true);
    Hours hours = stretch.hours();
    if (hours.from().equals(hours.to()))
      return new Offering.Unclear(Offering.Topic.QUIET, ordered, true);
    return OfferReader.changes(new Amendment.Quiet(hours), ordered, stretch.sure());
  }

  private static @Nullable Offering one(Term how, OfferClock clock, boolean ordered) {
    if (how.is("from", "after", "between")) {
      OfferClock.Settled evening = clock.evening();
      return evening == null
          ? new Offering.Unclear(Offering.Topic.QUIET, ordered, true)
          : OfferReader.changes(
              new Amendment.QuietFrom(evening.hours().from()), ordered, evening.sure());
    }
    if (how.is("before", "to")) {
      OfferClock.Settled morning = clock.morning();
      return morning == null
          ? new Offering.Unclear(Offering.Topic.QUIET, ordered, true)
          : OfferReader.changes(
              new Amendment.QuietUntil(morning.hours().to()), ordered, morning.sure());
    }
    return null;
  }
}
