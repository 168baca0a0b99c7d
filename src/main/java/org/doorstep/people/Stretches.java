package org.doorstep.people;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Hours of a day, counted together and taken from each other, minute by minute. */
final class Stretches {

  private static final int DAY = 24 * 60;

  /** Of a day of which nothing is said, so much is meant by "not in the mornings". */
  private static final Hours AWAKE = new Hours(LocalTime.of(5, 0), LocalTime.MIDNIGHT);

  private Stretches() {}

  /** Empty where no minute is left; no stretch at all is any time of day. */
  static Optional<List<Hours>> of(Amendment.How how, List<Hours> before, List<Hours> named) {
    if (how == Amendment.How.EXACTLY && named.isEmpty()) return Optional.of(List.of());
    if (how == Amendment.How.ALSO && before.isEmpty()) return Optional.of(List.of());
    BitSet minutes =
        switch (how) {
          case EXACTLY -> new BitSet();
          case ALSO -> minutes(before);
          case NOT -> minutes(before.isEmpty() ? List.of(AWAKE) : before);
        };
    if (how == Amendment.How.NOT) minutes.andNot(minutes(named));
    else minutes.or(minutes(named));
    if (minutes.isEmpty()) return Optional.empty();
    return Optional.of(minutes.cardinality() == DAY ? List.of() : stretches(minutes));
  }

  private static BitSet minutes(List<Hours> hours) {
    BitSet minutes = new BitSet(DAY);
    for (int minute = 0; minute < DAY; minute++) {
      LocalTime time = at(minute);
      minutes.set(minute, hours.stream().anyMatch(some -> some.cover(time)));
    }
    return minutes;
  }

  /** What goes on over midnight is one stretch. */
  private static List<Hours> stretches(BitSet minutes) {
    List<Hours> all = new ArrayList<>();
    for (int from = minutes.nextSetBit(0); from >= 0; ) {
      int to = minutes.nextClearBit(from);
      all.add(new Hours(at(from), at(Math.min(to, DAY) % DAY)));
      from = minutes.nextSetBit(to);
    }
    boolean over = all.size() > 1 && minutes.get(0) && minutes.get(DAY - 1);
    if (over) all.add(new Hours(all.removeLast().from(), all.removeFirst().to()));
    return all;
  }

  private static LocalTime at(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }
}
