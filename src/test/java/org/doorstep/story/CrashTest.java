package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed at the worst moment: the claim is made, and nothing else is written yet.
 */
class CrashTest {

  private static final long SEED = 20_261_122L;

  @Test
  void aJobThatWasTakenInTheInstantOfACrashIsTheirsAfterTheRestart(@TempDir Path folder)
      throws IOException {
    System.out.println("CrashTest seed " + SEED);
    try (SeparateDoorstep doorstep = new SeparateDoorstep(folder);
        Town town = new Town(doorstep.url, SEED)) {
      doorstep.start(town);
      town.joins("priya", "LS6 3AA");
      town.joins("olek", "LS6 3PX");
      town.asksForHelp("edna", "I need shopping today, LS6 3HN", "Edna");
      town.hears("priya", "Could you do it?");
      town.hears("olek", "Could you do it?");

      Town.until("everything is told and read", () -> doorstep.inRedis(SeparateDoorstep::quiet));
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

  /** Nobody may write the revision, which every commit does and no claim. */
  private static void commitsFail(SeparateDoorstep doorstep) {
    mayTouch(doorstep, "~{hyde-park}:[^r]*", "~{hyde-park}:r[^e]*", "~{hyde-park}:re[^v]*");
  }

  private static void commitsWork(SeparateDoorstep doorstep) {
    mayTouch(doorstep, "~*");
  }

  private static void mayTouch(SeparateDoorstep doorstep, String... patterns) {
    doorstep.inRedis(
        redis -> {
          CommandArgs<String, String> args = new CommandArgs<>(StringCodec.UTF8);
          args.add("SETUSER").add("default").add("resetkeys");
          for (String pattern : patterns) args.add(pattern);
          return redis.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), args);
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
