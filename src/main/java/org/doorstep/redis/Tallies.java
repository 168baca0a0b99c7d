package org.doorstep.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.doorstep.help.Tally;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** How tallies are kept: see {@link Keys#tallies}. */
final class Tallies {

  private static final int PERSON = 0;
  private static final int METRES = 1;
  private static final int HOLDS = 2;
  private static final int HELPED = 3;

  private Tallies() {}

  static String minute(Instant at) {
    return String.format(Locale.ROOT, "%08d", at.getEpochSecond() / 60);
  }

  /** Somebody who was found, whose record has yet to be read. */
  record Seen(PersonId person, int metres, Tally tally) {}

  /** A line of {@code find_volunteers.lua}. */
  static Seen read(String line) {
    String[] words = line.split(" ");
    List<Instant> asked = Arrays.stream(words).skip(HELPED + 1L).map(Tallies::instant).toList();
    return new Seen(
        new PersonId(words[PERSON]),
        (int) Math.round(Double.parseDouble(words[METRES])),
        new Tally(
            asked,
            words.length > HELPED ? helped(words[HELPED]) : null,
            Integer.parseInt(words[HOLDS])));
  }

  /** A value of the hash. */
  static Tally kept(String value) {
    String[] words = value.split(" ");
    List<Instant> asked = Arrays.stream(words).skip(1).map(Tallies::instant).toList();
    return new Tally(asked, helped(words[0]), 0);
  }

  private static @Nullable Instant helped(String minute) {
    return Long.parseLong(minute) == 0 ? null : instant(minute);
  }

  private static Instant instant(String minute) {
    return Instant.EPOCH.plus(Duration.ofMinutes(Long.parseLong(minute)));
  }
}
