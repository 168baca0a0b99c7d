package org.doorstep.help;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.place.Distance;

/** Who would suit a request, best first, and why. */
public final class Matching {

  private static final Comparator<Suitable> BEST_FIRST =
      Comparator.comparingInt(Suitable::metres)
          .thenComparing(Suitable::distance)
          .thenComparing(suitable -> suitable.volunteer().id().value());

  private Matching() {}

  /** Those of {@code candidates} who may be asked, best first. */
  public static List<Suitable> rank(Asking asking, Collection<Candidate> candidates) {
    return candidates.stream()
        .flatMap(candidate -> consider(asking, candidate))
        .sorted(BEST_FIRST)
        .toList();
  }

  /**
   * How far away somebody lives who could take it of their own accord; empty where it is not for
   * them. Whether they would be asked just now is another matter.
   */
  public static Optional<Distance> couldTake(Asking asking, Candidate candidate) {
    return Stream.of(Rule.values())
            .map(rule -> rule.on(asking, candidate))
            .anyMatch(finding -> finding instanceof Finding.MayNot(Bar bar) && bar.forGood())
        ? Optional.empty()
        : Optional.of(Reach.between(asking, candidate));
  }

  /** Why somebody may not be asked; empty if they may. */
  static Optional<Bar> bar(Asking asking, Candidate candidate) {
    return Stream.of(Rule.values())
        .map(rule -> rule.on(asking, candidate))
        .flatMap(finding -> finding instanceof Finding.MayNot(Bar bar) ? Stream.of(bar) : null)
        .findFirst();
  }

  /**
   * How far away somebody counts as, by what is known before their record is read. The smallest is
   * worth reading first.
   */
  public static int fromAfar(Asking asking, Tally tally, int metres) {
    return (asking.terms().anywhere() ? 0 : metres) + Fairness.metres(asking.instant(), tally);
  }

  private static Stream<Suitable> consider(Asking asking, Candidate candidate) {
    int metres = 0;
    List<Reason> reasons = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      switch (rule.on(asking, candidate)) {
        case Finding.MayNot not -> {
          return Stream.empty();
        }
        case Finding.Comes comes -> {
          metres += comes.metres();
          reasons.add(comes.reason());
        }
        case Finding.Silent nothing -> {}
      }
    }
    return Stream.of(new Suitable(candidate, Reach.between(asking, candidate), metres, reasons));
  }
}
