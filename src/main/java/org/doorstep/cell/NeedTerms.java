package org.doorstep.cell;

import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;

/**
 * What one kind of help asks of a volunteer.
 *
 * @param travel they get about in one of these ways; empty means any way
 * @param badges they have all of these
 * @param anywhere it does not matter where they live: a phone call
 * @param people how many go together at least
 */
public record NeedTerms(
    Need need, Set<Travel> travel, Set<String> badges, boolean anywhere, int people) {

  /** More is no job for neighbours. */
  public static final int MOST_PEOPLE = 6;

  public NeedTerms {
    travel = Set.copyOf(travel);
    badges = Set.copyOf(badges);
  }

  /** One person will do. */
  public NeedTerms(Need need, Set<Travel> travel, Set<String> badges, boolean anywhere) {
    this(need, travel, badges, anywhere, 1);
  }

  /** It asks for nothing but nearness. */
  public static NeedTerms plain(Need need) {
    return new NeedTerms(need, Set.of(), Set.of(), false);
  }
}
