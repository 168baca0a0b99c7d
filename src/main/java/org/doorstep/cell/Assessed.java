package org.doorstep.cell;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;

/**
 * The level of a request, and what it comes from.
 *
 * @param flags those that raised it; empty where the need alone did
 */
public record Assessed(Level level, Why why, Set<Flag> flags) {

  /** What a level comes from. */
  public enum Why {
    /** Nothing says otherwise. */
    USUAL,
    /** The kind of help. */
    NEED,
    /** What was said about whoever is to be helped. */
    FLAGS,
    /** Somebody who runs a group, or an officer, said so. */
    BY_HAND
  }

  public static final Assessed STREET = new Assessed(Level.STREET, Why.USUAL, Set.of());

  public Assessed {
    flags = Set.copyOf(flags);
  }

  /** Of several rules that fit, the one that raises it the most counts. */
  static Assessed of(List<LevelRule> rules, Need need, Set<Flag> said) {
    return rules.stream()
        .filter(rule -> rule.fits(need, said))
        .max(Comparator.comparing(LevelRule::level))
        .map(rule -> by(rule, said))
        .orElse(STREET);
  }

  private static Assessed by(LevelRule rule, Set<Flag> said) {
    Set<Flag> raising = new HashSet<>(said);
    raising.retainAll(rule.flags());
    return new Assessed(rule.level(), raising.isEmpty() ? Why.NEED : Why.FLAGS, raising);
  }

  public static Assessed byHand(Level level) {
    return new Assessed(level, Why.BY_HAND, Set.of());
  }
}
