package org.doorstep.bridge;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Listing.Door;
import org.doorstep.place.Distance;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody is pointed to.
 *
 * @param distance null where the service has no place of its own
 */
public record Signpost(Listed listed, @Nullable Distance distance, Door door) {

  /** What is no further is near: there, what is open now comes first. */
  private static final int NEAR_METRES = 5_000;

  /** What is further is of no use. */
  private static final int FURTHEST_METRES = 25_000;

  /** What is for all of the area comes after what is round the corner, before what is far. */
  private static final int FOR_ALL_METRES = NEAR_METRES;

  /** Near and open first; what somebody said is wrong comes last of what is as near. */
  private static final Comparator<Signpost> USEFUL =
      Comparator.comparing((Signpost one) -> one.metres() > NEAR_METRES)
          .thenComparing(one -> one.listed().doubted())
          .thenComparing(Signpost::door)
          .thenComparing(Signpost::metres)
          .thenComparing(one -> one.listed().service().name())
          .thenComparing(one -> one.listed().service().id().value());

  /** Of a service with several places, the one that is of most use. */
  public static List<Signpost> choose(
      List<Listed> among, Point from, LocalDateTime local, int most) {
    Set<String> names = new HashSet<>();
    return among.stream()
        .map(listed -> of(listed, from, local))
        .filter(one -> one.metres() <= FURTHEST_METRES)
        .sorted(USEFUL)
        .filter(one -> names.add(one.listed().service().name()))
        .limit(most)
        .toList();
  }

  private static Signpost of(Listed listed, Point from, LocalDateTime local) {
    Point there = listed.service().point();
    return new Signpost(
        listed, there == null ? null : from.to(there), listed.service().door(local));
  }

  private int metres() {
    return distance == null ? FOR_ALL_METRES : distance.metres();
  }
}
