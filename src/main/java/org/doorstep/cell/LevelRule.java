package org.doorstep.cell;

import java.util.Set;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;

/**
 * What raises a request to a level.
 *
 * @param needs one of these is asked for; empty means whatever is
 * @param flags one of these is said; empty means nothing need be
 */
public record LevelRule(Set<Need> needs, Set<Flag> flags, Level level) {

  public LevelRule {
    needs = Set.copyOf(needs);
    flags = Set.copyOf(flags);
    if (needs.isEmpty() && flags.isEmpty()) {
      throw new IllegalArgumentException("a rule is about a need or a flag");
    }
  }

  boolean fits(Need need, Set<Flag> said) {
    return (needs.isEmpty() || needs.contains(need))
        && (flags.isEmpty() || said.stream().anyMatch(flags::contains));
  }
}
