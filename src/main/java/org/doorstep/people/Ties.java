package org.doorstep.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom somebody knows through Doorstep.
 *
 * @param helpers who helped them, the latest last
 * @param apart those they are not to be brought together with; neither is ever told
 */
public record Ties(List<Helped> helpers, Set<PersonId> apart) {

  public static final Ties NONE = new Ties(List.of(), Set.of());

  private static final int REMEMBERED = 20;

  /** How often somebody helped. */
  public record Helped(PersonId who, int times) {}

  public Ties {
    helpers = List.copyOf(helpers);
    apart = Set.copyOf(apart);
  }

  public Ties helpedBy(PersonId who) {
    List<Helped> all = new ArrayList<>(helpers);
    all.removeIf(helper -> helper.who().equals(who));
    all.add(new Helped(who, timesHelpedBy(who) + 1));
    return new Ties(all.subList(Math.max(0, all.size() - REMEMBERED), all.size()), apart);
  }

  public int timesHelpedBy(PersonId who) {
    return helpers.stream().filter(h -> h.who().equals(who)).mapToInt(Helped::times).sum();
  }

  public Ties apartFrom(PersonId who) {
    Set<PersonId> all = new HashSet<>(apart);
    all.add(who);
    return new Ties(helpers.stream().filter(h -> !h.who().equals(who)).toList(), all);
  }
}
