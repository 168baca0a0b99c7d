package org.doorstep.talk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All that is wrong so far; a reader goes on after each, so that all are told at once. */
final class Faults {

  private final List<Fault> all = new ArrayList<>();

  void add(String file, int line, String problem, String remedy) {
    add(new Fault(file, line, problem, remedy));
  }

  void add(Fault fault) {
    if (!all.contains(fault)) all.add(fault);
  }

  /** Whether the same was found before, in whichever file. */
  boolean has(String problem) {
    return all.stream().anyMatch(f -> f.problem().equals(problem));
  }

  List<Fault> sorted() {
    return all.stream().sorted().toList();
  }

  boolean none() {
    return all.isEmpty();
  }

  /** "Did you mean …?", or the whole choice where nothing is near. */
  static String instead(String wrong, Collection<String> right) {
    return right.stream()
        .filter(r -> Wording.distance(wrong, r) <= Math.max(1, r.length() / 3))
        .min((a, b) -> Integer.compare(Wording.distance(wrong, a), Wording.distance(wrong, b)))
        .map(r -> "Did you mean '" + r + "'?")
        .orElse("Use one of: " + String.join(", ", right.stream().sorted().toList()));
  }
}
