package org.doorstep.help;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request has crossed between the groups and the council.
 *
 * @param in who referred it to the groups; null where the resident asked for it themselves
 * @param back who has given it back: ids of groups and of partners, one twice if it did so twice
 * @param sentBy the id of the partner at whose desk it was passed on to the council
 */
public record Crossing(@Nullable Referred in, List<String> back, @Nullable String sentBy) {

  static final Crossing NONE = new Crossing(null, List.of(), null);

  /** Nobody passes it back and forth more often than this. */
  private static final int ENOUGH = 2;

  public Crossing {
    back = back == null ? List.of() : List.copyOf(back);
  }

  public static Crossing in(Referred referred) {
    return new Crossing(referred, List.of(), null);
  }

  public Crossing givenBackBy(String who) {
    List<String> all = new ArrayList<>(back);
    all.add(who);
    return new Crossing(in, all, sentBy);
  }

  public Crossing sentBy(String partner) {
    return new Crossing(in, back, partner);
  }

  /** Whether it goes nowhere by itself any more: somebody has to settle it. */
  public boolean stuck() {
    return back.size() >= ENOUGH;
  }
}
