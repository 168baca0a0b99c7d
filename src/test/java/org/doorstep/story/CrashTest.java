package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed at the worst moment: the claim is made, and nothing else is written yet.
 */
class CrashTest {

  private static final long SEED = 20_261_122L;
  private static final String REVISION = "{hyde-park}:revision";
  private static final String ASIDE = "{hyde-park}:aside";

  @Test
  void aJobThatWasTakenInTheInstantOfACrashIsTheirsAfterTheRestart(@TempDir Path folder)
      throws IOException {
    System.out.println("CrashTest seed " + SEED);
    try (SeparateDoorstep doorstep = new SeparateDoorstep(folder);
        Town town = new Town(doorstep.url, SEED)) {
      doorstep.start(town);
      joins(town, "priya", "LS6 3AA");
      joins(town, "olek", "LS6 3PX");
      town.asksForHelp("edna", "I need shopping today, LS6 3HN", "Edna");
      town.hears("priya", "Could you do it?");
      town.hears("olek", "Could you do it?");

      commitsFail(doorstep);
      town.takesAll("priya", new HashSet<>());
      Town.until("the claim is made", () -> claimed(doorstep));
      doorstep.kill();
      assertThat(town.times("priya", "It is yours")).isZero();
      commitsWork(doorstep);

      doorstep.start(town);
      town.hears("priya", "It is yours");
      town.hears("edna", "can help with this");
      town.hears("olek", "Somebody else has just taken this one");
      town.takesAll("olek", new HashSet<>());
      town.hears("olek", "Somebody was a moment faster");
      assertThat(town.times("priya", "It is yours")).isEqualTo(1);
      assertThat(town.times("edna", "can help with this")).isEqualTo(1);
      long parked = doorstep.inRedis(redis -> redis.xlen("{hyde-park}:parked"));
      assertThat(parked).isZero();
    }
  }

  private static void joins(Town town, String phone, String postcode) {
    for (String words : List.of("I want to help", phone, postcode, "3 miles", "walk", "anything")) {
      int before = town.heard(phone).size();
      town.says(phone, words);
      Town.until(phone + " is answered", () -> town.heard(phone).size() > before);
    }
    town.hears(phone, "You are one of us now");
  }

  /** A key of another type: every commit is refused, and nothing else is. */
  private static void commitsFail(SeparateDoorstep doorstep) {
    doorstep.inRedis(
        redis -> {
          redis.rename(REVISION, ASIDE);
          return redis.lpush(REVISION, "broken");
        });
  }

  private static void commitsWork(SeparateDoorstep doorstep) {
    doorstep.inRedis(
        redis -> {
          redis.del(REVISION);
          return redis.rename(ASIDE, REVISION);
        });
  }

  private static boolean claimed(SeparateDoorstep doorstep) {
    return doorstep.inRedis(
        redis ->
            redis.keys("{hyde-park}:board*").stream()
                .filter(key -> redis.type(key).equals("hash"))
                .anyMatch(key -> redis.hvals(key).contains("claimed")));
  }
}
