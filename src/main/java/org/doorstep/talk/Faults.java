package org.doorstep.talk;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is wrong so far; a reader goes on after each, so that all are told at once. */
final class Faults {

  private static final int LONGEST_NAME = 60;
  private static final int OFFERED = 20;

  private final Set<Fault> all = new LinkedHashSet<>();
  private final Set<String> problems = new HashSet<>();

  void add(String file, int line, String problem, String remedy) {
    add(new Fault(file, line, problem, remedy));
  }

  void add(Fault fault) {
    all.add(fault);
    problems.add(fault.problem());
  }

  /** Whether the same was found before, in whichever file. */
  boolean has(String problem) {
    return problems.contains(problem);
  }

  List<Fault> sorted() {
    return all.stream().sorted().toList();
  }

  boolean none() {
    return all.isEmpty();
  }

  /** "Did you mean …?", or the whole choice where nothing is near. */
  static String instead(String wrong, Collection<String> right) {
    Optional<String> near =
        wrong.length() > LONGEST_NAME
            ? Optional.empty()
            : right.stream()
                .filter(r -> Wording.distance(wrong, r) <= Math.max(1, r.length() / 3))
                .min(Comparator.comparingInt(r -> Wording.distance(wrong, r)));
    return near.map(r -> "Did you mean '" + r + "'?").orElseGet(() -> among(right));
  }

  private static String among(Collection<String> right) {
    List<String> some = right.stream().sorted().limit(OFFERED).toList();
    String all = "Use one of: " + String.join(", ", some);
    return right.size() > some.size() ? all + " …" : all;
  }
}
