package org.doorstep.people;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands with the volunteers' groups, besides what they volunteer for.
 *
 * @param application what waits for a lead's word
 * @param removedFrom groups whose lead has removed them: they come back by a lead's word only
 * @param withoutBulletins they want none
 */
public record Membership(
    @Nullable Application application, Set<String> removedFrom, boolean withoutBulletins) {

  public static final Membership NONE = new Membership(null, Set.of(), false);

  public Membership {
    removedFrom = removedFrom == null ? Set.of() : Set.copyOf(removedFrom);
  }

  public Membership applying(@Nullable Application with) {
    return new Membership(with, removedFrom, withoutBulletins);
  }

  public Membership removed(String group) {
    Set<String> all = new TreeSet<>(removedFrom);
    all.add(group);
    return new Membership(application, all, withoutBulletins);
  }

  /** A lead has agreed. */
  public Membership welcome(String group) {
    Set<String> all = new TreeSet<>(removedFrom);
    all.remove(group);
    return new Membership(null, all, withoutBulletins);
  }

  public Membership bulletins(boolean wanted) {
    return new Membership(application, removedFrom, !wanted);
  }
}
